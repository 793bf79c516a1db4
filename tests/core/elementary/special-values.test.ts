import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acos,
  asin,
  atan,
  cbrt,
  cos,
  cosh,
  erf,
  erfc,
  exp,
  expm1,
  hypot,
  log,
  log1p,
  log2,
  log10,
  normalDensity,
  normalDistribution,
  pow,
  sigmoid,
  sin,
  sinh,
  softplus,
  tan,
  tanh,
} from '../../../src/core/elementary.ts';

const TINY = 5e-324;

/** Per function: arguments and exact values, as the limits and the standards have them. */
const exact: readonly (readonly [(x: number) => number, readonly (readonly [number, number])[]])[] =
  [
    [
      exp,
      [
        [0, 1],
        [-0, 1],
        [TINY, 1],
        [Infinity, Infinity],
        [-Infinity, 0],
        [710, Infinity],
      ],
    ],
    [
      exp,
      [
        [-745, TINY],
        [-746, 0],
      ],
    ],
    [
      expm1,
      [
        [0, 0],
        [-0, -0],
        [TINY, TINY],
        [-TINY, -TINY],
        [Infinity, Infinity],
      ],
    ],
    [
      expm1,
      [
        [-Infinity, -1],
        [710, Infinity],
        [-50, -1],
      ],
    ],
    [
      sinh,
      [
        [0, 0],
        [-0, -0],
        [TINY, TINY],
        [Infinity, Infinity],
        [-Infinity, -Infinity],
      ],
    ],
    [
      cosh,
      [
        [0, 1],
        [-0, 1],
        [TINY, 1],
        [Infinity, Infinity],
        [-Infinity, Infinity],
      ],
    ],
    [
      tanh,
      [
        [0, 0],
        [-0, -0],
        [TINY, TINY],
        [-TINY, -TINY],
        [Infinity, 1],
        [-Infinity, -1],
      ],
    ],
    [
      tanh,
      [
        [20, 1],
        [-1e300, -1],
      ],
    ],
    [
      sigmoid,
      [
        [0, 0.5],
        [-0, 0.5],
        [Infinity, 1],
        [-Infinity, 0],
        [40, 1],
        [-800, 0],
      ],
    ],
    [
      softplus,
      [
        [0, Math.LN2],
        [Infinity, Infinity],
        [-Infinity, 0],
        [1e300, 1e300],
        [-745, TINY],
      ],
    ],
    [
      log,
      [
        [1, 0],
        [0, -Infinity],
        [-0, -Infinity],
        [Infinity, Infinity],
        [-1, NaN],
        [2, Math.LN2],
      ],
    ],
    [
      log,
      [
        [-Infinity, NaN],
        [TINY, -744.4400719213812],
      ],
    ],
    [
      log1p,
      [
        [0, 0],
        [-0, -0],
        [TINY, TINY],
        [-1, -Infinity],
        [-2, NaN],
        [Infinity, Infinity],
      ],
    ],
    [
      log2,
      [
        [1, 0],
        [0, -Infinity],
        [-1, NaN],
        [Infinity, Infinity],
        [TINY, -1074],
        [0.125, -3],
      ],
    ],
    [
      log10,
      [
        [1, 0],
        [0, -Infinity],
        [-1, NaN],
        [Infinity, Infinity],
        [1000, 3],
        [1e22, 22],
      ],
    ],
    [
      sin,
      [
        [0, 0],
        [-0, -0],
        [TINY, TINY],
        [Infinity, NaN],
        [-Infinity, NaN],
      ],
    ],
    [
      cos,
      [
        [0, 1],
        [-0, 1],
        [TINY, 1],
        [Infinity, NaN],
        [-Infinity, NaN],
      ],
    ],
    [
      tan,
      [
        [0, 0],
        [-0, -0],
        [TINY, TINY],
        [Infinity, NaN],
      ],
    ],
    [
      atan,
      [
        [0, 0],
        [-0, -0],
        [TINY, TINY],
        [Infinity, Math.PI / 2],
        [-Infinity, -Math.PI / 2],
      ],
    ],
    [
      atan,
      [
        [1, Math.PI / 4],
        [-1, -Math.PI / 4],
        [1e300, Math.PI / 2],
      ],
    ],
    [
      asin,
      [
        [0, 0],
        [-0, -0],
        [TINY, TINY],
        [1, Math.PI / 2],
        [-1, -Math.PI / 2],
        [1.1, NaN],
      ],
    ],
    [
      acos,
      [
        [1, 0],
        [0, Math.PI / 2],
        [-1, Math.PI],
        [TINY, Math.PI / 2],
        [-1.1, NaN],
      ],
    ],
    [
      erf,
      [
        [0, 0],
        [-0, -0],
        [Infinity, 1],
        [-Infinity, -1],
        [7, 1],
      ],
    ],
    [
      erfc,
      [
        [0, 1],
        [-0, 1],
        [Infinity, 0],
        [-Infinity, 2],
        [28, 0],
        [-7, 2],
      ],
    ],
    [
      normalDistribution,
      [
        [0, 0.5],
        [-0, 0.5],
        [Infinity, 1],
        [-Infinity, 0],
        [9, 1],
        [-39, 0],
      ],
    ],
    [
      normalDensity,
      [
        [Infinity, 0],
        [-Infinity, 0],
        [1e300, 0],
      ],
    ],
    [
      cbrt,
      [
        [0, 0],
        [-0, -0],
        [Infinity, Infinity],
        [-Infinity, -Infinity],
        [27, 3],
        [-0.125, -0.5],
      ],
    ],
  ];

describe('elementary functions', () => {
  it.each(exact)('%o has its exact values', (compute, values) => {
    for (const [x, y] of values) expect(compute(x), `at ${x}`).toBe(y);
  });

  it('give NaN for NaN', () => {
    for (const [compute] of exact) expect(compute(Number.NaN)).toBeNaN();
  });

  it('are exactly odd or even where the function is', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        for (const odd of [sinh, tanh, sin, tan, atan, erf, cbrt]) expect(odd(-x)).toBe(-odd(x));
        for (const even of [cosh, cos, normalDensity]) expect(even(-x)).toBe(even(x));
      }),
    );
  });

  it('take log2 of every power of two and log10 of every exact power of ten exactly', () => {
    for (let k = -1074; k <= 1023; k++) expect(log2(2 ** k)).toBe(k);
    for (let k = 0; k <= 22; k++) expect(log10(Number(`1e${k}`))).toBe(k);
  });

  it('take the cube root of every exact cube exactly', () => {
    for (let k = 1; k <= 1000; k++) expect(cbrt(k * k * k)).toBe(k);
  });
});

describe('pow', () => {
  it('follows ECMAScript at zeros, infinities, NaN and for negative bases', () => {
    const special = [0, -0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, Infinity, -Infinity, Number.NaN];
    const more = [1e300, -1e300, TINY, -TINY, 2 ** 53 + 2, 2 ** 53 - 1];
    for (const x of [...special, ...more]) {
      for (const y of [...special, ...more]) {
        // Every engine agrees on these: the results are exact, or overflow, or underflow.
        expect(pow(x, y), `${x} to the ${y}`).toBe(x ** y);
      }
    }
  });

  it('is exact where the result is a whole number below 2⁵³', () => {
    for (let x = 2; x <= 20; x++) {
      for (let y = 1, power = x; power < 2 ** 53; y++, power *= x) expect(pow(x, y)).toBe(power);
    }
  });
});

describe('hypot', () => {
  it('is exact for Pythagorean triples of any scale and infinite if either side is', () => {
    for (const scale of [1, 2 ** 1000, 2 ** -1060]) {
      expect(hypot(3 * scale, -4 * scale)).toBe(5 * scale);
      expect(hypot(20 * scale, 21 * scale)).toBe(29 * scale);
    }
    expect(hypot(-Infinity, Number.NaN)).toBe(Infinity);
    expect(hypot(1, Number.NaN)).toBeNaN();
    expect(hypot(0, -0)).toBe(0);
  });
});
