import { describe, expect, it } from 'vitest';
import * as elementary from '../../../src/core/elementary.ts';
import { createRandom } from '../../../src/core/random.ts';
import { type BigFloat, bigFloats, fromDouble, ulpError } from './big-float.ts';

// 2⁻³³⁰ of relative error in the reference: nothing against a unit in the last place, 2⁻⁵³.
const big = bigFloats(400);
// Arguments up to 2¹⁰²⁴ need π to 1024 bits more; so does 1 − erf near 27, where erfc is 2⁻¹⁰⁶⁰.
const wide = bigFloats(1500);

const random = createRandom(2);
const between = (low: number, high: number) => (): number => low + (high - low) * random.uniform();
/** Every exponent of a double is equally likely, and so is every significand. */
const anyDouble = (): number => {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, random.word());
  view.setUint32(4, random.word());
  const x = view.getFloat64(0);
  return Number.isFinite(x) ? x : anyDouble();
};
const anyPositive = (): number => Math.abs(anyDouble());
/** Both signs, every size from 2⁻²⁰ down into the subnormals. */
const tiny = (): number => between(-1, 1)() * 2 ** between(-1070, -20)();
/** The doubles nearest to multiples of π/2, where sine or cosine is smallest. */
const nearMultiplesOfHalfPi = (): number => {
  const q = Math.floor(2 ** (60 * random.uniform()));
  return q * (Math.PI / 2) * (random.uniform() < 0.5 ? 1 : 1 + Number.EPSILON);
};
// The double in [2²⁰, 2¹⁰²⁴) that comes nearest to a multiple of π/2, within 2⁻⁶¹:
// J.-M. Muller, "Elementary Functions", 3rd ed. (2016), section 11.
const worstCase = (): number => 6381956970095103 * 2 ** 797;

interface Case {
  readonly compute: (x: number) => number;
  readonly reference: (x: BigFloat) => BigFloat;
  /** Units in the last place; as the doc comments promise. */
  readonly bound: number;
  readonly ranges: readonly (() => number)[];
}

const { ONE } = big;
const half = (x: BigFloat): BigFloat => big.scale(x, -1);
const log1p = (x: BigFloat): BigFloat =>
  // ln(1 + x) = x − x²/2 to 2⁻¹⁶⁰ of its value there.
  isTiny(x) ? big.subtract(x, half(big.multiply(x, x))) : big.log(big.add(ONE, x));
const isTiny = (x: BigFloat): boolean => x.m.toString(2).length + x.e < -80;
const erfc = (x: BigFloat): BigFloat => wide.subtract(ONE, wide.erf(x));
const rootTwo = wide.squareRoot(wide.integer(2));
const density = (x: BigFloat): BigFloat =>
  big.divide(big.exp(big.negate(half(big.multiply(x, x)))), big.squareRoot(big.scale(big.pi, 1)));
const asin = (x: BigFloat): BigFloat =>
  big.atan(big.divide(x, big.squareRoot(big.subtract(ONE, big.multiply(x, x)))));

const cases: Readonly<Record<string, Case>> = {
  exp: {
    compute: elementary.exp,
    reference: big.exp,
    bound: 1,
    ranges: [between(-746, 710), between(-1, 1), between(-0.01, 0.01), tiny],
  },
  expm1: {
    compute: elementary.expm1,
    reference: big.expm1,
    bound: 1.1,
    ranges: [between(-45, 709.7), between(-1, 1), between(-0.1, 0.1), tiny],
  },
  sinh: {
    compute: elementary.sinh,
    reference: (x) => half(big.subtract(big.expm1(x), big.expm1(big.negate(x)))),
    bound: 1.5,
    ranges: [between(-710.47, 710.47), between(-2, 2), tiny],
  },
  cosh: {
    compute: elementary.cosh,
    reference: (x) => half(big.add(big.exp(x), big.exp(big.negate(x)))),
    bound: 1.5,
    ranges: [between(-710.47, 710.47), between(-2, 2), tiny],
  },
  tanh: {
    compute: elementary.tanh,
    reference: (x) => {
      const power = big.expm1(big.scale(x, 1));
      return big.divide(power, big.add(power, big.integer(2)));
    },
    bound: 1.6,
    ranges: [
      between(-20, 20),
      between(-1, 1),
      between(-0.05, 0.05),
      between(1 / 128, 1 / 64),
      tiny,
    ],
  },
  sigmoid: {
    compute: elementary.sigmoid,
    reference: (x) => big.divide(ONE, big.add(ONE, big.exp(big.negate(x)))),
    bound: 2,
    ranges: [between(-745, 40), between(-6, 6), between(-21, -19), tiny],
  },
  softplus: {
    compute: elementary.softplus,
    reference: (x) => log1p(big.exp(x)),
    bound: 1.1,
    ranges: [between(-745, 800), between(-6, 6), between(30, 40), tiny],
  },
  log: {
    compute: elementary.log,
    reference: big.log,
    bound: 0.9,
    ranges: [anyPositive, between(0.1, 10), between(0.98, 1.02), () => anyPositive() % 1e-308],
  },
  log1p: {
    compute: elementary.log1p,
    reference: log1p,
    bound: 1,
    ranges: [anyPositive, between(-1, 1), between(-0.02, 0.02), tiny],
  },
  log2: {
    compute: elementary.log2,
    reference: (x) => big.divide(big.log(x), big.ln2),
    bound: 0.51,
    ranges: [anyPositive, between(0.1, 10), between(0.98, 1.02)],
  },
  log10: {
    compute: elementary.log10,
    reference: (x) => big.divide(big.log(x), big.log(big.integer(10))),
    bound: 0.51,
    ranges: [anyPositive, between(0.1, 10), between(0.98, 1.02)],
  },
  sin: {
    compute: elementary.sin,
    reference: (x) => wide.sinAndCos(x)[0],
    bound: 0.8,
    ranges: [anyDouble, between(-10, 10), between(-3e6, 3e6), nearMultiplesOfHalfPi, worstCase],
  },
  cos: {
    compute: elementary.cos,
    reference: (x) => wide.sinAndCos(x)[1],
    bound: 0.8,
    ranges: [anyDouble, between(-10, 10), between(-3e6, 3e6), nearMultiplesOfHalfPi, worstCase],
  },
  tan: {
    compute: elementary.tan,
    reference: (x) => wide.divide(...wide.sinAndCos(x)),
    bound: 2,
    ranges: [anyDouble, between(-10, 10), between(-3e6, 3e6), nearMultiplesOfHalfPi],
  },
  atan: {
    compute: elementary.atan,
    reference: big.atan,
    bound: 1,
    ranges: [anyDouble, between(-2, 2), between(-30, 30), between(-0.1, 0.1)],
  },
  asin: {
    compute: elementary.asin,
    reference: asin,
    bound: 1.5,
    ranges: [between(-1, 1), () => 1 - random.uniform() ** 6, between(-0.1, 0.1), tiny],
  },
  acos: {
    compute: elementary.acos,
    reference: (x) => big.subtract(half(big.pi), asin(x)),
    bound: 1.5,
    ranges: [between(-1, 1), () => 1 - random.uniform() ** 6, between(-0.1, 0.1), tiny],
  },
  erf: {
    compute: elementary.erf,
    reference: big.erf,
    bound: 2,
    ranges: [between(-6.1, 6.1), between(-0.1, 0.1), tiny],
  },
  erfc: {
    compute: elementary.erfc,
    reference: erfc,
    bound: 2,
    ranges: [between(-6.1, 6), between(2.5, 3.5), between(6, 27.3), tiny],
  },
  normalDistribution: {
    compute: elementary.normalDistribution,
    reference: (x) => half(erfc(wide.negate(wide.divide(x, rootTwo)))),
    bound: 2,
    ranges: [between(-8, 9), between(-5, -3.5), between(-38.5, -8), tiny],
  },
  normalDensity: {
    compute: elementary.normalDensity,
    reference: density,
    bound: 2,
    ranges: [between(-38, 38), between(-3, 3), tiny],
  },
  cbrt: {
    compute: elementary.cbrt,
    reference: (x) => {
      const size = x.m < 0n ? big.negate(x) : x;
      const root = big.exp(big.divide(big.log(size), big.integer(3)));
      return x.m < 0n ? big.negate(root) : root;
    },
    bound: 0.51,
    ranges: [anyDouble, between(0.5, 8.5), tiny],
  },
};

const POINTS_PER_RANGE = 60;

describe.each(Object.entries(cases))('%s', (name, { compute, reference, bound, ranges }) => {
  it(`is within ${bound} ulp of the value computed with hundreds of bits`, () => {
    let worst = { error: -1, x: 0, value: 0 };
    for (const draw of ranges) {
      for (let i = 0; i < (draw === worstCase ? 1 : POINTS_PER_RANGE); i++) {
        const x = draw();
        if (x === 0) continue;
        const value = compute(x);
        const error = ulpError(value, reference(fromDouble(x)));
        if (!(error <= worst.error)) worst = { error, x, value };
      }
    }
    expect(worst.error, `${name}(${worst.x}) = ${worst.value}`).toBeLessThan(bound);
  });
});

describe('functions of two numbers', () => {
  const worstOf = (
    compute: (x: number, y: number) => number,
    reference: (x: BigFloat, y: BigFloat) => BigFloat,
    draws: readonly (() => readonly [number, number])[],
  ): { error: number; at: string } => {
    let worst = { error: -1, at: '' };
    for (const draw of draws) {
      for (let i = 0; i < 100; i++) {
        const [x, y] = draw();
        const error = ulpError(compute(x, y), reference(fromDouble(x), fromDouble(y)));
        if (!(error <= worst.error)) worst = { error, at: `${x}, ${y}` };
      }
    }
    return worst;
  };

  it('pow is within 0.6 ulp (1 among the subnormals) of the value with hundreds of bits', () => {
    const { error, at } = worstOf(elementary.pow, (x, y) => big.exp(big.multiply(y, big.log(x))), [
      () => [between(0, 3)(), between(-300, 300)()],
      () => [between(0.999, 1.001)(), between(-7e5, 7e5)()],
      () => [anyPositive(), between(-1, 1)()],
      () => [between(1, 10)(), between(-308, 308)()],
    ]);
    expect(error, at).toBeLessThan(1);
  });

  it('hypot is within 0.51 ulp of the value with hundreds of bits', () => {
    const { error, at } = worstOf(
      elementary.hypot,
      (x, y) => big.squareRoot(big.add(big.multiply(x, x), big.multiply(y, y))),
      [
        () => [anyDouble() / 2, anyDouble() / 2],
        () => [between(-9, 9)(), between(-9, 9)()],
        () => [between(1e307, 1e308)(), between(1e307, 1e308)()],
        () => [tiny(), tiny()],
      ],
    );
    expect(error, at).toBeLessThan(0.51);
  });
});
