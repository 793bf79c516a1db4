// The only source of randomness in the project: seeded, and the same in every engine.
// Generator: xoshiro128++ by D. Blackman and S. Vigna, "Scrambled linear pseudorandom number
// generators" (2021), state of four 32-bit words, period 2¹²⁸ − 1. A seed becomes a state by
// the additive sequence and finaliser of S. Vigna's SplitMix, in 32 bits (constants of murmur3).

import { cos, log, sin } from './elementary.ts';

/** A stream of random numbers; every method moves it on. */
export interface Random {
  /** Uniform on the integers 0 … 2³² − 1. */
  word(): number;
  /** Uniform on [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number;
  /** Standard normal, by G. E. P. Box and M. E. Muller's method (1958). */
  normal(): number;
  /** Uniform on 0 … count − 1, for an integer count of 1 … 2³². */
  integer(count: number): number;
  /** Puts the items in a random order, in place (R. Durstenfeld, 1964). */
  shuffle(items: { readonly length: number; [index: number]: unknown }): void;
}

const TWO_PI = 2 * Math.PI;

const rotateLeft = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

/** The generator in the given state of four 32-bit words, not all 0. */
export const randomFromState = (state: readonly [number, number, number, number]): Random => {
  // An array: variables of a closure that hold large numbers are boxed anew each time.
  const s = Int32Array.from(state);
  let spare: number | null = null;

  const word = (): number => {
    const first = s[0];
    const second = s[1];
    const third = s[2] ^ first;
    const fourth = s[3] ^ second;
    const result = (rotateLeft(first + s[3], 7) + first) >>> 0;
    s[0] = first ^ fourth;
    s[1] = second ^ third;
    s[2] = third ^ (second << 9);
    s[3] = rotateLeft(fourth, 11);
    return result;
  };

  const uniform = (): number => ((word() >>> 5) * 67108864 + (word() >>> 6)) / 9007199254740992;

  const normal = (): number => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * log(1 - uniform()));
    const angle = TWO_PI * uniform();
    spare = radius * sin(angle);
    return radius * cos(angle);
  };

  const integer = (count: number): number => {
    if (!(Number.isInteger(count) && count >= 1 && count <= 4294967296)) {
      throw new Error(`integer() needs a count of 1 to 2³²: ${count}`);
    }
    // Words above the last whole multiple of the count would favour small results. They are among
    // the last `count`: only there is it worth finding out.
    let value = word();
    while (value >= 4294967296 - count && value >= 4294967296 - (4294967296 % count))
      value = word();
    // value % count, faster: below 2³² a quotient that is no whole number is never rounded to one.
    return value - Math.floor(value / count) * count;
  };

  const shuffle: Random['shuffle'] = (items) => {
    for (let last = items.length - 1; last > 0; last--) {
      const other = integer(last + 1);
      const kept = items[last];
      items[last] = items[other];
      items[other] = kept;
    }
  };

  return { word, uniform, normal, integer, shuffle };
};

/** The generator that belongs to a seed, an integer of which the lowest 32 bits count. */
export const createRandom = (seed: number): Random => {
  if (!Number.isSafeInteger(seed)) throw new Error(`a seed is an integer: ${seed}`);
  let counter = seed | 0;
  const next = (): number => {
    counter = (counter + 0x9e3779b9) | 0;
    let mixed = counter ^ (counter >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
  };
  return randomFromState([next(), next(), next(), next()]);
};
