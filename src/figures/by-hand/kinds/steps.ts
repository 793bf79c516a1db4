// Steps on a base level: base, then place and height of each.
import { nextStep } from '../../../core/approximation/next-block.ts';
import { BASE, between, type Grip, type Kind, level, listOf, REACH, type Values } from './kind.ts';
import { buildSteep } from './steep.ts';

const list = listOf(2);
const place = (step: Values) => step[0];

/** The level on the right of a step: the base and all steps up to it. */
function levelAfter(values: Values, index: number): number {
  const steps = list.blocks(values);
  const at = steps[index][0];
  return steps.reduce(
    (sum, [other, height], i) => (other < at || (other === at && i <= index) ? sum + height : sum),
    values[0],
  );
}

export const steps: Kind = {
  most: 16,
  least: 0,
  parts: ['at', 'height'],
  hasBase: true,
  count: list.count,
  sound: (values) =>
    values.length % 2 === 1 && list.blocks(values).every(([at]) => Math.abs(at) <= 1),
  build: (values, made, only) =>
    buildSteep(
      list
        .blocks(values)
        .filter((_, i) => only === undefined || i === only)
        .map(([at, height]) => ({ kind: 'step', at, height, ramp: 4 / made.steepness })),
      made,
      values[0],
    ),
  grips: (values) => [
    { block: BASE, part: 'whole', x: 1, y: values[0] },
    ...list.blocks(values).map<Grip>(([at], block) => ({
      block,
      part: 'whole',
      x: at,
      y: levelAfter(values, block),
    })),
  ],
  places: (values, block) => list.block(values, block).slice(0, 1),
  move: (values, { block, x, y }) => {
    if (block === BASE) return list.withBase(values, y);
    const height = list.block(values, block)[1];
    const moved = list.withBlock(values, block, [between(-1, 1, x), height]);
    return list.withBlock(moved, block, [
      between(-1, 1, x),
      level(y - (levelAfter(moved, block) - height)),
    ]);
  },
  get: (values, block, part) =>
    block === BASE ? values[0] : list.block(values, block)[part === 'at' ? 0 : 1],
  range: (_values, _block, part) => (part === 'at' ? [-1, 1] : [-REACH, REACH]),
  set: (values, block, part, to) => {
    if (block === BASE) return list.withBase(values, to);
    const [at, height] = list.block(values, block);
    return list.withBlock(values, block, part === 'at' ? [to, height] : [at, to]);
  },
  addAt: (values, x, y) => {
    const added = list.inserted(values, [between(-1, 1, x), 0], place);
    const height = level(y - levelAfter(added.values, added.block));
    const values_ = list.withBlock(added.values, added.block, [between(-1, 1, x), height]);
    return { ...added, values: values_ };
  },
  addWhere: (values, missing) => {
    const { at, height } = nextStep(missing);
    return list.inserted(values, [at, level(height)], place);
  },
  remove: list.without,
  empty: (at) => [level(at)],
};
