import { describe, expect, it } from 'vitest';
import { createRandom, randomFromState } from '../../src/core/random.ts';

describe('randomFromState', () => {
  it('gives the words of the published generator', () => {
    // xoshiro128plusplus.c by D. Blackman and S. Vigna, state 1, 2, 3, 4; the same vector is in the
    // tests of the rand_xoshiro crate.
    const random = randomFromState([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, () => random.word())).toEqual([
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295,
      495546011, 621204420,
    ]);
  });

  it('still gives the words of the published generator after 102 400 of them', () => {
    // ext/random/tests/02_engine/user_xoshiro128plusplus.phpt in php-src, bytes fa 3c 87 2c.
    const random = randomFromState([1, 2, 3, 4]);
    for (let i = 0; i < 102_400; i++) random.word();
    expect(random.word()).toBe(0x2c873cfa);
  });
});

describe('createRandom', () => {
  const draw = (count: number, next: () => number): number[] => Array.from({ length: count }, next);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;

  it('replays the same numbers from the same seed and others from another', () => {
    expect(draw(20, createRandom(7).word)).toEqual(draw(20, createRandom(7).word));
    expect(draw(20, createRandom(7).word)).not.toEqual(draw(20, createRandom(8).word));
  });

  it('refuses a seed that is not an integer', () => {
    expect(() => createRandom(0.5)).toThrow('a seed is an integer: 0.5');
  });

  it('draws uniform() from [0, 1) with mean 1/2 and variance 1/12', () => {
    const values = draw(20_000, createRandom(1).uniform);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    // Five standard errors: 5·√(1/12/20000) = 0.0102 and 5·√(1/180/20000) = 0.0026.
    expect(Math.abs(mean(values) - 1 / 2)).toBeLessThan(0.0102);
    expect(Math.abs(mean(values.map((u) => (u - 1 / 2) ** 2)) - 1 / 12)).toBeLessThan(0.0026);
  });

  it('draws normal() with the first four moments 0, 1, 0, 3', () => {
    const values = draw(20_000, createRandom(2).normal);
    // Five standard errors: the variances of z, z², z³, z⁴ are 1, 2, 15, 96.
    const bound = (variance: number): number => 5 * Math.sqrt(variance / values.length);
    expect(Math.abs(mean(values))).toBeLessThan(bound(1));
    expect(Math.abs(mean(values.map((z) => z ** 2)) - 1)).toBeLessThan(bound(2));
    expect(Math.abs(mean(values.map((z) => z ** 3)))).toBeLessThan(bound(15));
    expect(Math.abs(mean(values.map((z) => z ** 4)) - 3)).toBeLessThan(bound(96));
  });

  it('draws every result of integer(count) equally often', () => {
    const random = createRandom(3);
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < 7000; i++) counts[random.integer(7)]! += 1;
    // χ² with 6 degrees of freedom exceeds 27.9 once in 10 000.
    expect(counts.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)).toBeLessThan(27.9);
  });

  it('refuses an integer(count) out of range', () => {
    expect(() => createRandom(1).integer(0)).toThrow('integer() needs a count of 1 to 2³²: 0');
    expect(() => createRandom(1).integer(1.5)).toThrow('integer() needs a count of 1 to 2³²: 1.5');
  });

  it('shuffles into every order equally often and loses nothing', () => {
    const random = createRandom(4);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const items = ['a', 'b', 'c'];
      random.shuffle(items);
      counts.set(items.join(''), (counts.get(items.join('')) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    // χ² with 5 degrees of freedom exceeds 25.7 once in 10 000.
    const chiSquare = [...counts.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(25.7);
  });
});
