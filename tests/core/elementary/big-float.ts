// Floating point of any precision on BigInt: the reference for the elementary functions.
// It shares nothing with src/core: plain Taylor series after halving the argument, π by J. Machin's
// formula (1706), ln 2 by a series, and a precision of hundreds of bits.

/** The value m·2ᵉ. */
export interface BigFloat {
  readonly m: bigint;
  readonly e: number;
}

const abs = (m: bigint): bigint => (m < 0n ? -m : m);
const bitLength = (m: bigint): number => {
  const hex = abs(m).toString(16);
  return m === 0n ? 0 : hex.length * 4 - Math.clz32(Number.parseInt(hex[0]!, 16)) + 28;
};

const view = new DataView(new ArrayBuffer(8));

/** The double x, exactly. */
export const fromDouble = (x: number): BigFloat => {
  view.setFloat64(0, x);
  const word = view.getBigUint64(0);
  const biased = Number((word >> 52n) & 0x7ffn);
  const fraction = word & 0xfffffffffffffn;
  const m = biased === 0 ? fraction : fraction | (1n << 52n);
  return { m: word >> 63n === 1n ? -m : m, e: Math.max(biased, 1) - 1075 };
};

/** |computed − exact| in units of the last place of a double as large as `exact`. */
export const ulpError = (computed: number, exact: BigFloat): number => {
  const lastPlace = Math.max(bitLength(exact.m) + exact.e - 53, -1074);
  if (!Number.isFinite(computed)) {
    // Infinity is right, within one unit, from the last double on.
    return bitLength(exact.m) + exact.e > 1024 && computed > 0 === exact.m > 0n ? 0 : Infinity;
  }
  const value = fromDouble(computed);
  const e = Math.min(value.e, exact.e, lastPlace - 20);
  const difference = abs((value.m << BigInt(value.e - e)) - (exact.m << BigInt(exact.e - e)));
  return Number(difference >> BigInt(lastPlace - 20 - e)) / 2 ** 20;
};

/** Arithmetic and functions at the given number of bits. */
export const bigFloats = (bits: number) => {
  const ZERO: BigFloat = { m: 0n, e: 0 };
  const ONE: BigFloat = { m: 1n, e: 0 };
  const trim = ({ m, e }: BigFloat): BigFloat => {
    const excess = bitLength(m) - bits;
    return excess > 0 ? { m: m >> BigInt(excess), e: e + excess } : { m, e };
  };
  const magnitude = (a: BigFloat): number => (a.m === 0n ? -Infinity : bitLength(a.m) + a.e);
  const add = (a: BigFloat, b: BigFloat): BigFloat => {
    if (a.m === 0n) return b;
    if (b.m === 0n) return a;
    // A summand too small to matter would otherwise be shifted through thousands of bits.
    if (magnitude(a) > magnitude(b) + 2 * bits + 8) return a;
    if (magnitude(b) > magnitude(a) + 2 * bits + 8) return b;
    const e = Math.min(a.e, b.e);
    return trim({ m: (a.m << BigInt(a.e - e)) + (b.m << BigInt(b.e - e)), e });
  };
  const negate = (a: BigFloat): BigFloat => ({ m: -a.m, e: a.e });
  const subtract = (a: BigFloat, b: BigFloat): BigFloat => add(a, negate(b));
  const multiply = (a: BigFloat, b: BigFloat): BigFloat => trim({ m: a.m * b.m, e: a.e + b.e });
  const divide = (a: BigFloat, b: BigFloat): BigFloat => {
    const shift = Math.max(0, bits + bitLength(b.m) - bitLength(a.m) + 2);
    return trim({ m: (a.m << BigInt(shift)) / b.m, e: a.e - b.e - shift });
  };
  const integer = (n: number): BigFloat => ({ m: BigInt(n), e: 0 });
  const scale = (a: BigFloat, k: number): BigFloat => ({ m: a.m, e: a.e + k });
  const nearestInteger = (a: BigFloat): bigint =>
    a.e >= 0 ? a.m << BigInt(a.e) : (a.m + (1n << BigInt(-a.e - 1))) >> BigInt(-a.e);
  const squareRoot = (a: BigFloat): BigFloat => {
    if (a.m < 0n) throw new RangeError('square root of a negative number');
    if (a.m === 0n) return ZERO;
    let shift = Math.max(0, 2 * bits - bitLength(a.m));
    if ((a.e - shift) % 2 !== 0) shift++;
    const m = a.m << BigInt(shift);
    let root = 1n << BigInt(Math.ceil(bitLength(m) / 2));
    for (;;) {
      const next = (root + m / root) >> 1n;
      if (next >= root) return trim({ m: root, e: (a.e - shift) / 2 });
      root = next;
    }
  };
  /** Σ from the largest term on, until terms stop mattering. */
  const series = (first: BigFloat, next: (term: BigFloat, n: number) => BigFloat): BigFloat => {
    let sum = first;
    let term = first;
    for (let n = 1; term.m !== 0n && magnitude(term) > magnitude(sum) - bits - 8; n++) {
      term = next(term, n);
      sum = add(sum, term);
    }
    return sum;
  };
  /** artanh or arctan of 1/n. */
  const inverseOfInteger = (n: number, sign: 1 | -1): BigFloat => {
    let sum = ZERO;
    let power = divide(ONE, integer(n));
    const square = integer(sign * n * n);
    for (let k = 1; magnitude(power) > -bits - 8; k += 2) {
      sum = add(sum, divide(power, integer(k)));
      power = divide(power, square);
    }
    return sum;
  };
  const ln2 = scale(inverseOfInteger(3, 1), 1);
  const pi = scale(subtract(scale(inverseOfInteger(5, -1), 2), inverseOfInteger(239, -1)), 2);

  const HALVINGS = 16;
  const exp = (x: BigFloat): BigFloat => {
    const k = nearestInteger(divide(x, ln2));
    const rest = scale(subtract(x, multiply(ln2, { m: k, e: 0 })), -HALVINGS);
    let value = series(ONE, (term, n) => divide(multiply(term, rest), integer(n)));
    for (let i = 0; i < HALVINGS; i++) value = multiply(value, value);
    return scale(value, Number(k));
  };
  const expm1 = (x: BigFloat): BigFloat =>
    magnitude(x) < -8
      ? series(x, (term, n) => divide(multiply(term, x), integer(n + 1)))
      : subtract(exp(x), ONE);
  /** ln x = 2·artanh((m − 1)/(m + 1)) + k·ln 2, with square roots to bring m near 1. */
  const log = (x: BigFloat): BigFloat => {
    const k = magnitude(subtract(x, ONE)) < -1 ? 0 : magnitude(x);
    let m = scale(x, -k);
    for (let i = 0; i < 8; i++) m = squareRoot(m);
    const ratio = divide(subtract(m, ONE), add(m, ONE));
    const square = multiply(ratio, ratio);
    let sum = ZERO;
    let power = ratio;
    for (let n = 1; power.m !== 0n && magnitude(power) > magnitude(ratio) - bits - 8; n += 2) {
      sum = add(sum, divide(power, integer(n)));
      power = multiply(power, square);
    }
    return add(scale(sum, 9), multiply(ln2, integer(k)));
  };
  const sinAndCos = (x: BigFloat): readonly [BigFloat, BigFloat] => {
    const halfPi = scale(pi, -1);
    const q = nearestInteger(divide(x, halfPi));
    const r = subtract(x, multiply(halfPi, { m: q, e: 0 }));
    const minusSquare = negate(multiply(r, r));
    const sine = series(r, (term, n) =>
      divide(multiply(term, minusSquare), integer(2 * n * (2 * n + 1))),
    );
    const cosine = series(ONE, (term, n) =>
      divide(multiply(term, minusSquare), integer(2 * n * (2 * n - 1))),
    );
    const quadrant = Number(((q % 4n) + 4n) % 4n);
    if (quadrant === 0) return [sine, cosine];
    if (quadrant === 1) return [cosine, negate(sine)];
    return quadrant === 2 ? [negate(sine), negate(cosine)] : [negate(cosine), sine];
  };
  /** arctan x = 2·arctan(x/(1 + √(1 + x²))), a few times, then the series. */
  const atan = (x: BigFloat): BigFloat => {
    let t = x;
    for (let i = 0; i < 8; i++) t = divide(t, add(ONE, squareRoot(add(ONE, multiply(t, t)))));
    const minusSquare = negate(multiply(t, t));
    let sum = ZERO;
    let power = t;
    for (let n = 1; power.m !== 0n && magnitude(power) > magnitude(t) - bits - 8; n += 2) {
      sum = add(sum, divide(power, integer(n)));
      power = multiply(power, minusSquare);
    }
    return scale(sum, 8);
  };
  /** erf x = 2/√π·e^(−x²)·Σ 2ⁿ x²ⁿ⁺¹/(1·3·…·(2n + 1)), all terms of one sign. */
  const erf = (x: BigFloat): BigFloat => {
    const twiceSquare = scale(multiply(x, x), 1);
    const sum = series(x, (term, n) => divide(multiply(term, twiceSquare), integer(2 * n + 1)));
    const factor = divide(scale(exp(negate(multiply(x, x))), 1), squareRoot(pi));
    return multiply(sum, factor);
  };
  return {
    ...{ ZERO, ONE, add, subtract, negate, multiply, divide, integer, scale, squareRoot, pi, ln2 },
    ...{ exp, expm1, log, sinAndCos, atan, erf },
  };
};
