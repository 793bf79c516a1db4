// Hats on a base level: base, then left foot, peak, right foot and height of each. Three ReLUs a hat, and
// kinks at one place are one ReLU. At an end of the interval a hat may be half a hat, with its peak and its
// outer foot at the end. A foot on another hat's kink stays there when its own peak moves; a free foot goes
// along, and feet of others on the peak go with it: what is one neuron moves as one.
import { type Block, buildFromRelusWithin } from '../../../core/approximation/constructions.ts';
import { nextHat } from '../../../core/approximation/next-block.ts';
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

const list = listOf(4);
const peakOf = (hat: Values) => hat[1];
/** From foot to peak of a hat put down by a tap. */
const HALF = 0.2;

const kinksOfOthers = (values: Values, index: number) => [
  -1,
  1,
  ...list.blocks(values).flatMap((hat, i) => (i === index ? [] : hat.slice(0, 3))),
];

/** A foot stands free unless another hat bends where it stands. */
const isFree = (values: Values, index: number, foot: number) =>
  !list
    .blocks(values)
    .some((hat, i) => i !== index && hat.slice(0, 3).includes(foot) && Math.abs(foot) < 1);

/** The outer foot of half a hat stands far outside, so that its peak is at the end. */
function blockOf([left, peak, right, height]: Values): Block {
  return {
    kind: 'hat',
    left: left === peak ? peak - 1 : left,
    peak,
    right: right === peak ? peak + 1 : right,
    height,
  };
}

/** Feet in order round a peak, and no closer than they may. */
function ordered(left: number, peak: number, right: number): readonly [number, number, number] {
  const at = round(between(-1, 1, peak));
  return [
    at <= -1 ? -1 : round(between(-1, at - GAP, left)),
    at,
    at >= 1 ? 1 : round(between(at + GAP, 1, right)),
  ];
}

/** How near an end a peak may come without being at it. */
function peakPlace(x: number): number {
  const at = between(-1, 1, x);
  if (at < -1 + GAP) return at < -1 + GAP / 2 ? -1 : -1 + GAP;
  if (at > 1 - GAP) return at > 1 - GAP / 2 ? 1 : 1 - GAP;
  return at;
}

function movedPeak(values: Values, index: number, x: number, start: Values): Values {
  const [left, peak, right, height] = list.block(start, index);
  const stays = {
    left: !isFree(start, index, left) || left === peak,
    right: !isFree(start, index, right) || right === peak,
  };
  // feet of others that stand on this peak, and how far they let it go
  const guests = list
    .blocks(start)
    .map((hat, i) => ({ hat, i }))
    .filter(({ hat, i }) => i !== index && Math.abs(peak) < 1 && hat.includes(peak));
  let low = stays.left && left !== peak ? left + GAP : -1;
  let high = stays.right && right !== peak ? right - GAP : 1;
  for (const { hat } of guests) {
    if (hat[0] === peak) high = Math.min(high, hat[1] - GAP);
    if (hat[2] === peak) low = Math.max(low, hat[1] + GAP);
    if (hat[1] === peak) {
      low = Math.max(low, hat[0] + GAP);
      high = Math.min(high, hat[2] - GAP);
    }
  }
  const at = round(low > high ? peak : between(low, high, peakPlace(x)));
  const by = at - peak;
  let next = list.withBlock(values, index, [
    ...ordered(stays.left ? left : left + by, at, stays.right ? right : right + by),
    height,
  ]);
  for (const { hat, i } of guests)
    next = list.withBlock(
      next,
      i,
      hat.map((value, part) => (part < 3 && value === peak ? at : value)),
    );
  return next;
}

export const hats: Kind = {
  most: 8,
  least: 0,
  parts: ['left', 'peak', 'right', 'height'],
  hasBase: true,
  count: list.count,
  sound: (values) =>
    values.length % 4 === 1 &&
    list.blocks(values).every(([left, peak, right]) => {
      const near = (a: number, b: number) => b - a > GAP / 2;
      return (
        left >= -1 &&
        right <= 1 &&
        (near(left, peak) || (left === -1 && peak === -1)) &&
        (near(peak, right) || (right === 1 && peak === 1))
      );
    }),
  build: (values, _made, only) =>
    buildFromRelusWithin(
      list
        .blocks(values)
        .filter((_, i) => only === undefined || i === only)
        .map(blockOf),
      values[0],
    ),
  grips: (values, chosen) => [
    { block: BASE, part: 'whole', x: 1, y: values[0] },
    ...list.blocks(values).flatMap<Grip>(([left, peak, right, height], block) => {
      const top: Grip = { block, part: 'whole', x: peak, y: values[0] + height };
      if (block !== chosen) return [top];
      const feet: Grip[] = [top];
      if (left < peak) feet.push({ block, part: 'left', x: left, y: values[0] });
      if (right > peak) feet.push({ block, part: 'right', x: right, y: values[0] });
      return feet;
    }),
  ],
  places: (values, block) => list.block(values, block).slice(0, 3),
  move: (values, { block, part, x, y }, start, snap) => {
    if (block === BASE) return list.withBase(values, y);
    const [left, peak, right, height] = list.block(values, block);
    const to = snapped(x, kinksOfOthers(values, block), snap);
    if (part === 'left')
      return list.withBlock(values, block, [...ordered(to, peak, right), height]);
    if (part === 'right')
      return list.withBlock(values, block, [...ordered(left, peak, to), height]);
    const moved = movedPeak(values, block, x, start);
    const hat = list.block(moved, block);
    return list.withBlock(moved, block, [...hat.slice(0, 3), level(y - values[0])]);
  },
  get: (values, block, part) =>
    block === BASE ? values[0] : list.block(values, block)[hats.parts.indexOf(part)],
  range: (values, block, part) => {
    if (block === BASE || part === 'height') return [-REACH, REACH];
    const [left, peak, right] = list.block(values, block);
    if (part === 'left') return peak === -1 ? [-1, -1] : [-1, round(peak - GAP)];
    if (part === 'right') return peak === 1 ? [1, 1] : [round(peak + GAP), 1];
    return [left === -1 ? -1 : round(left + GAP), right === 1 ? 1 : round(right - GAP)];
  },
  set: (values, block, part, to) => {
    if (block === BASE) return list.withBase(values, to);
    const [left, peak, right, height] = list.block(values, block);
    switch (part) {
      case 'left':
        return list.withBlock(values, block, [...ordered(to, peak, right), height]);
      case 'right':
        return list.withBlock(values, block, [...ordered(left, peak, to), height]);
      case 'peak':
        return list.withBlock(values, block, [...ordered(left, peakPlace(to), right), height]);
      default:
        return list.withBlock(values, block, [left, peak, right, level(to)]);
    }
  },
  addAt: (values, x, y) => {
    const at = peakPlace(x);
    const hat = [...ordered(at - HALF, at, at + HALF), level(y - values[0])];
    return list.inserted(values, hat, peakOf);
  },
  addWhere: (values, missing) => {
    const { left, peak, right, height } = nextHat(missing, GAP);
    return list.inserted(values, [...ordered(left, peak, right), level(height)], peakOf);
  },
  remove: list.without,
  empty: (at) => [level(at)],
};
