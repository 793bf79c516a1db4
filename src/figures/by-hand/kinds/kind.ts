// What every kind of block has in common. A construction of a kind is a flat list of numbers, as it stands in
// a link; all moves take such a list and give a new one that is sound again.
import type { Construction } from '../../../core/approximation/constructions.ts';
import type { Missing } from '../../../core/approximation/next-block.ts';

export type Values = readonly number[];

/** A number of a block that can be typed. */
export type PartName = 'x' | 'y' | 'left' | 'peak' | 'right' | 'at' | 'height' | 'base';

/** What steps are made of. */
export const materials = ['sigmoid', 'tanh', 'relu'] as const;
export type Material = (typeof materials)[number];

/** A place to take hold of; `block` is BASE for the level everything stands on. */
export interface Grip {
  readonly block: number;
  readonly part: 'whole' | 'left' | 'right';
  readonly x: number;
  readonly y: number;
}

export interface Made {
  readonly material: Material;
  readonly steepness: number;
}

export interface Kind {
  /** Blocks at most, and at least. */
  readonly most: number;
  readonly least: number;
  readonly parts: readonly PartName[];
  /** Whether the blocks stand on a level of its own number. */
  readonly hasBase: boolean;
  readonly count: (values: Values) => number;
  /** Whether numbers of the right range are a construction; for links. */
  readonly sound: (values: Values) => boolean;
  /** The network; with `only`, that of one block, on the base. */
  readonly build: (values: Values, made: Made, only?: number) => Construction;
  /** Handles: one for each block, and more for the chosen one. */
  readonly grips: (values: Values, chosen: number) => readonly Grip[];
  /** Places where the block's neurons bend or step. */
  readonly places: (values: Values, block: number) => readonly number[];
  /** A grip moved to (x, y); `start` is the construction when it was taken, `snap` how far places attract. */
  readonly move: (values: Values, to: Grip, start: Values, snap: number) => Values;
  readonly get: (values: Values, block: number, part: PartName) => number;
  /** What can be typed for a number of a block. */
  readonly range: (values: Values, block: number, part: PartName) => readonly [number, number];
  readonly set: (values: Values, block: number, part: PartName, to: number) => Values;
  /** A block more, with its main handle at (x, y); its index. Nothing where there is no room. */
  readonly addAt: (values: Values, x: number, y: number) => Added | undefined;
  /** A block more, where it helps most. */
  readonly addWhere: (values: Values, missing: Missing, target: Float64Array) => Added | undefined;
  readonly remove: (values: Values, block: number) => Values;
  /** Nothing built yet, at a level. */
  readonly empty: (level: number) => Values;
}

export interface Added {
  readonly values: Values;
  readonly block: number;
}

/** The index of the level everything stands on, the output's bias. */
export const BASE = -1;
/** Places of one block stay this far apart. */
export const GAP = 0.02;
/** Values and heights stay within this. */
export const REACH = 4;

export const round = (value: number) => Math.round(value * 1000) / 1000 || 0;
export const between = (low: number, high: number, value: number) =>
  Math.max(low, Math.min(high, value));
/** Within ±REACH, to three decimals. */
export const level = (value: number) => round(between(-REACH, REACH, value));

/** The nearest of `places` within `snap`, or the place itself. */
export function snapped(x: number, places: readonly number[], snap: number): number {
  let nearest = x;
  let distance = snap;
  for (const place of places) {
    const away = Math.abs(place - x);
    if (away < distance) [nearest, distance] = [place, away];
  }
  return nearest;
}

/** Lists of the form base, block, block … with `size` numbers a block. */
export const listOf = (size: number) => ({
  count: (values: Values) => (values.length - 1) / size,
  block: (values: Values, index: number) => values.slice(1 + index * size, 1 + (index + 1) * size),
  blocks: (values: Values): readonly Values[] =>
    Array.from({ length: (values.length - 1) / size }, (_, i) =>
      values.slice(1 + i * size, 1 + (i + 1) * size),
    ),
  withBlock: (values: Values, index: number, block: Values): Values => [
    ...values.slice(0, 1 + index * size),
    ...block.map(round),
    ...values.slice(1 + (index + 1) * size),
  ],
  withBase: (values: Values, base: number): Values => [level(base), ...values.slice(1)],
  /** Put in before the first block further right; `place` tells where a block is. */
  inserted: (values: Values, block: Values, place: (block: Values) => number): Added => {
    const count = (values.length - 1) / size;
    let index = 0;
    while (
      index < count &&
      place(values.slice(1 + index * size, 1 + (index + 1) * size)) <= place(block)
    )
      index++;
    const cut = 1 + index * size;
    return {
      values: [...values.slice(0, cut), ...block.map(round), ...values.slice(cut)],
      block: index,
    };
  },
  without: (values: Values, index: number): Values =>
    values.filter((_, i) => i < 1 + index * size || i >= 1 + (index + 1) * size),
});
