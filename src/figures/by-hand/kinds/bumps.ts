// Bumps on a base level: base, then left and right edge and height of each. Two steps a bump; bumps that
// touch share one.
import { nextBump } from '../../../core/approximation/next-block.ts';
import {
  BASE,
  between,
  GAP,
  type Grip,
  type Kind,
  level,
  listOf,
  REACH,
  round,
  snapped,
  type Values,
} from './kind.ts';
import { buildSteep } from './steep.ts';

const list = listOf(3);
const middle = ([left, right]: Values) => (left + right) / 2;
/** Half the width of a bump put down by a tap. */
const HALF = 0.1;

const edgesOfOthers = (values: Values, index: number) => [
  -1,
  1,
  ...list.blocks(values).flatMap(([left, right], i) => (i === index ? [] : [left, right])),
];

/** The whole bump shifted, inside the interval. */
function shifted([left, right]: Values, by: number): readonly [number, number] {
  const shift = between(-1 - left, 1 - right, by);
  return [round(left + shift), round(right + shift)];
}

export const bumps: Kind = {
  most: 8,
  least: 0,
  parts: ['left', 'right', 'height'],
  hasBase: true,
  count: list.count,
  sound: (values) =>
    values.length % 3 === 1 &&
    list
      .blocks(values)
      .every(([left, right]) => left >= -1 && right <= 1 && right - left > GAP / 2),
  build: (values, made, only) =>
    buildSteep(
      list
        .blocks(values)
        .filter((_, i) => only === undefined || i === only)
        .map(([left, right, height]) => ({
          kind: 'bump',
          left,
          right,
          height,
          ramp: 4 / made.steepness,
        })),
      made,
      values[0],
    ),
  grips: (values, chosen) => [
    { block: BASE, part: 'whole', x: 1, y: values[0] },
    ...list.blocks(values).flatMap<Grip>((bump, block) => {
      const [left, right, height] = bump;
      const top: Grip = { block, part: 'whole', x: middle(bump), y: values[0] + height };
      if (block !== chosen) return [top];
      const half = values[0] + height / 2;
      return [
        top,
        { block, part: 'left', x: left, y: half },
        { block, part: 'right', x: right, y: half },
      ];
    }),
  ],
  places: (values, block) => list.block(values, block).slice(0, 2),
  move: (values, { block, part, x, y }, start, snap) => {
    if (block === BASE) return list.withBase(values, y);
    const [left, right, height] = list.block(values, block);
    const others = edgesOfOthers(values, block);
    if (part === 'left') {
      const to = between(-1, right - GAP, snapped(x, others, snap));
      return list.withBlock(values, block, [to, right, height]);
    }
    if (part === 'right') {
      const to = between(left + GAP, 1, snapped(x, others, snap));
      return list.withBlock(values, block, [left, to, height]);
    }
    const from = list.block(start, block);
    const [goLeft, goRight] = shifted(from, x - middle(from));
    const nearLeft = snapped(goLeft, others, snap) - goLeft;
    const nearRight = snapped(goRight, others, snap) - goRight;
    const [toLeft, toRight] = shifted([goLeft, goRight], nearLeft || nearRight);
    return list.withBlock(values, block, [toLeft, toRight, level(y - values[0])]);
  },
  get: (values, block, part) => {
    if (block === BASE) return values[0];
    return list.block(values, block)[part === 'left' ? 0 : part === 'right' ? 1 : 2];
  },
  range: (values, block, part) => {
    if (block === BASE || part === 'height') return [-REACH, REACH];
    const [left, right] = list.block(values, block);
    return part === 'left' ? [-1, round(right - GAP)] : [round(left + GAP), 1];
  },
  set: (values, block, part, to) => {
    if (block === BASE) return list.withBase(values, to);
    const index = part === 'left' ? 0 : part === 'right' ? 1 : 2;
    return list.withBlock(
      values,
      block,
      list.block(values, block).map((value, i) => (i === index ? to : value)),
    );
  },
  addAt: (values, x, y) => {
    const at = between(-1 + HALF, 1 - HALF, x);
    return list.inserted(values, [at - HALF, at + HALF, level(y - values[0])], middle);
  },
  addWhere: (values, missing) => {
    const { left, right, height } = nextBump(missing);
    const at = between(-1 + GAP / 2, 1 - GAP / 2, (left + right) / 2);
    const half = Math.max(GAP / 2, (right - left) / 2);
    return list.inserted(
      values,
      [Math.max(-1, at - half), Math.min(1, at + half), level(height)],
      middle,
    );
  },
  remove: list.without,
  empty: (at) => [level(at)],
};
