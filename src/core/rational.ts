// Exact rational numbers on BigInt, always in lowest terms with a positive denominator. For claims
// that must be equalities (affine collapse, certificates), not for inner loops: an operation costs
// about a microsecond. Reading and rounding of doubles follow IEEE 754 (round half to even).

const bits = new DataView(new ArrayBuffer(8));
const SIGNIFICAND_BITS = 53;
/** Exponent of the unit in the last place of the smallest doubles, 2^−1074. */
const LOWEST_EXPONENT = -1074;

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** Greatest common divisor of |a| and |b|; gcd(0, 0) = 0. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = magnitude(a);
  let y = magnitude(b);
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const tenTo = (power: number): bigint => BigInt(`1${'0'.repeat(power)}`);

function bitLength(value: bigint): number {
  const hexadecimal = value.toString(16);
  return hexadecimal.length * 4 - (Math.clz32(Number.parseInt(hexadecimal.charAt(0), 16)) - 28);
}

/** 2^exponent for −1022 ≤ exponent ≤ 1023, written straight into the exponent field. */
function powerOfTwo(exponent: number): number {
  bits.setBigUint64(0, BigInt(exponent + 1023) << 52n);
  return bits.getFloat64(0);
}

/** A fraction in lowest terms. Immutable: every operation returns a new one. */
export class Rational {
  static readonly zero: Rational = new Rational(0n, 1n);
  static readonly one: Rational = new Rational(1n, 1n);

  readonly numerator: bigint;
  readonly denominator: bigint;

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** numerator ÷ denominator, both integers; throws when the denominator is 0. */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
    const n = BigInt(numerator);
    const d = BigInt(denominator);
    if (d === 0n) throw new RangeError(`denominator is zero: ${n}/0`);
    const divisor = d < 0n ? -gcd(n, d) : gcd(n, d);
    return new Rational(n / divisor, d / divisor);
  }

  /** The shortest decimal that `value` prints as: fromDecimal(0.1) is exactly 1/10. */
  static fromDecimal(value: number): Rational {
    const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
    if (!parts) throw new RangeError(`not a finite number: ${value}`);
    const [, sign, whole, fraction = '', exponent = '0'] = parts;
    const digits = BigInt(`${sign}${whole}${fraction}`);
    const power = Number(exponent) - fraction.length;
    return power < 0 ? Rational.of(digits, tenTo(-power)) : new Rational(digits * tenTo(power), 1n);
  }

  /** The exact dyadic value of a double: fromDouble(0.1) is 3602879701896397/2^55. */
  static fromDouble(value: number): Rational {
    if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
    bits.setFloat64(0, value);
    const word = bits.getBigUint64(0);
    const field = Number((word >> 52n) & 0x7ffn);
    const fraction = word & 0xfffffffffffffn;
    const significand = field === 0 ? fraction : fraction | (1n << 52n);
    const exponent = BigInt(Math.max(field, 1) - 1 + LOWEST_EXPONENT);
    const signed = word >> 63n ? -significand : significand;
    return exponent < 0n ? Rational.of(signed, 1n << -exponent) : Rational.of(signed << exponent);
  }

  add(other: Rational): Rational {
    return Rational.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  subtract(other: Rational): Rational {
    return this.add(other.negate());
  }

  multiply(other: Rational): Rational {
    return Rational.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** Throws when `other` is 0. */
  divide(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  negate(): Rational {
    return new Rational(-this.numerator, this.denominator);
  }

  /** −1, 0 or 1 as this is below, equal to or above `other`. */
  compare(other: Rational): -1 | 0 | 1 {
    const left = this.numerator * other.denominator;
    const right = other.numerator * this.denominator;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Rational): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator;
  }

  /** −1, 0 or 1. */
  sign(): -1 | 0 | 1 {
    return this.numerator < 0n ? -1 : this.numerator > 0n ? 1 : 0;
  }

  /** The nearest double, ties to even; ±Infinity beyond the range, subnormals included, never −0. */
  toNumber(): number {
    if (this.numerator === 0n) return 0;
    const n = magnitude(this.numerator);
    const lengths = bitLength(n) - bitLength(this.denominator);
    // The quotient then has 53 or 54 bits (fewer where doubles are subnormal).
    const exponent = Math.max(lengths - SIGNIFICAND_BITS, LOWEST_EXPONENT);
    if (exponent > 1023) return this.numerator < 0n ? -Infinity : Infinity;
    let shift = exponent;
    let rounded = roundedQuotient(n, this.denominator, shift);
    if (bitLength(rounded) > SIGNIFICAND_BITS) {
      shift += 1;
      rounded = roundedQuotient(n, this.denominator, shift);
    }
    const first = Math.max(Math.min(shift, 900), -1022);
    const value = Number(rounded) * powerOfTwo(first) * powerOfTwo(shift - first);
    return this.numerator < 0n ? 0 - value : value;
  }

  /** "−3/4", "5": with the minus sign of typography, U+2212. */
  toString(): string {
    const sign = this.numerator < 0n ? '−' : '';
    const whole = `${sign}${magnitude(this.numerator)}`;
    return this.denominator === 1n ? whole : `${whole}/${this.denominator}`;
  }

  /** The finite decimal expansion, "−0.75" (U+2212), or undefined when it never ends. */
  toDecimal(): string | undefined {
    let rest = this.denominator;
    let places = 0;
    while (rest > 1n) {
      if (rest % 10n === 0n) rest /= 10n;
      else if (rest % 2n === 0n) rest /= 2n;
      else if (rest % 5n === 0n) rest /= 5n;
      else return undefined;
      places += 1;
    }
    const scaled = (magnitude(this.numerator) * tenTo(places)) / this.denominator;
    const digits = scaled.toString().padStart(places + 1, '0');
    const sign = this.numerator < 0n ? '−' : '';
    if (places === 0) return `${sign}${digits}`;
    return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }
}

/** n ÷ (d·2^shift), rounded half to even, for n ≥ 0 and d > 0. */
function roundedQuotient(n: bigint, d: bigint, shift: number): bigint {
  const top = shift < 0 ? n << BigInt(-shift) : n;
  const bottom = shift > 0 ? d << BigInt(shift) : d;
  const quotient = top / bottom;
  const twice = (top - quotient * bottom) * 2n;
  const up = twice > bottom || (twice === bottom && (quotient & 1n) === 1n);
  return up ? quotient + 1n : quotient;
}
