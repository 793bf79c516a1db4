// A chain of straight pieces through knots, x₁, y₁, x₂, y₂ … from −1 to 1: every knot but the last is where
// one ReLU begins.
import { type Block, buildFromRelusWithin } from '../../../core/approximation/constructions.ts';
import { worstIndex } from '../../../core/approximation/next-block.ts';
import { type Added, between, GAP, type Kind, level, round, type Values } from './kind.ts';

const count = (values: Values) => values.length / 2;
const xOf = (values: Values, knot: number) => values[2 * knot];
const yOf = (values: Values, knot: number) => values[2 * knot + 1];
const isInner = (values: Values, knot: number) => knot > 0 && knot < count(values) - 1;

function withKnot(values: Values, knot: number, x: number, y: number): Values {
  const [low, high] = room(values, knot);
  return values.map((value, i) => {
    if (i >> 1 !== knot) return value;
    return i % 2 === 0 ? round(between(low, high, x)) : level(y);
  });
}

/** Where a knot may go: between its neighbours; the ends stay. */
function room(values: Values, knot: number): readonly [number, number] {
  if (!isInner(values, knot)) return [xOf(values, knot), xOf(values, knot)];
  return [round(xOf(values, knot - 1) + GAP), round(xOf(values, knot + 1) - GAP)];
}

function bends(values: Values): readonly Block[] {
  const slope = (i: number) =>
    (yOf(values, i + 1) - yOf(values, i)) / (xOf(values, i + 1) - xOf(values, i));
  return Array.from({ length: count(values) - 1 }, (_, i) => ({
    kind: 'kink',
    at: xOf(values, i),
    bend: i === 0 ? slope(0) : slope(i) - slope(i - 1),
  }));
}

function insert(values: Values, x: number, y: number): Added | undefined {
  let knot = 1;
  while (knot < count(values) - 1 && xOf(values, knot) < x) knot++;
  const [low, high] = [xOf(values, knot - 1) + GAP, xOf(values, knot) - GAP];
  if (low > high) return undefined;
  const at = round(between(low, high, x));
  return {
    values: [...values.slice(0, 2 * knot), at, level(y), ...values.slice(2 * knot)],
    block: knot,
  };
}

export const kinks: Kind = {
  most: 17 /* sixteen ReLUs */,
  least: 2,
  parts: ['x', 'y'],
  hasBase: false,
  count,
  sound: (values) =>
    values.length % 2 === 0 &&
    values[0] === -1 &&
    values[values.length - 2] === 1 &&
    values.every((x, i) => i % 2 === 1 || i === 0 || x - values[i - 2] > GAP / 2),
  build: (values, _made, only) => {
    const all = bends(values);
    return buildFromRelusWithin(only === undefined ? all : all.slice(only, only + 1), values[1]);
  },
  grips: (values) =>
    Array.from({ length: count(values) }, (_, block) => ({
      block,
      part: 'whole',
      x: xOf(values, block),
      y: yOf(values, block),
    })),
  places: (values, knot) => [xOf(values, knot)],
  move: (values, { block, x, y }) => withKnot(values, block, x, y),
  get: (values, block, part) => (part === 'x' ? xOf(values, block) : yOf(values, block)),
  range: (values, block, part) => (part === 'x' ? room(values, block) : [-4, 4]),
  set: (values, block, part, to) =>
    part === 'x'
      ? withKnot(values, block, to, yOf(values, block))
      : withKnot(values, block, xOf(values, block), to),
  addAt: insert,
  addWhere: (values, missing, target) => {
    const most = worstIndex(missing);
    const end = [0, count(values) - 1].find(
      (knot) => Math.abs(xOf(values, knot) - missing.x[most]) < GAP,
    );
    // beside an end there is no room for another knot: the end itself goes to where it is missed
    if (end !== undefined && yOf(values, end) !== level(target[most]))
      return { values: withKnot(values, end, xOf(values, end), target[most]), block: end };
    // where the error is largest, of all places that have room for a knot
    const residual = missing.residual.map((value, i) =>
      values.some((x, j) => j % 2 === 0 && Math.abs(x - missing.x[i]) < GAP) ? 0 : value,
    );
    const worst = worstIndex({ x: missing.x, residual });
    return residual[worst] === 0 ? undefined : insert(values, missing.x[worst], target[worst]);
  },
  remove: (values, knot) =>
    isInner(values, knot) ? values.filter((_, i) => i >> 1 !== knot) : values,
  empty: (at) => [-1, level(at), 1, level(at)],
};
