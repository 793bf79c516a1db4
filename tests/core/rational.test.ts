import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gcd, Rational } from '../../src/core/rational.ts';

const integers = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const rationals = fc
  .tuple(
    integers,
    integers.filter((d) => d !== 0n),
  )
  .map(([n, d]) => Rational.of(n, d));
const doubles = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('Rational', () => {
  it('is kept in lowest terms with a positive denominator', () => {
    fc.assert(
      fc.property(rationals, ({ numerator, denominator }) => {
        expect(denominator > 0n).toBe(true);
        expect(gcd(numerator, denominator)).toBe(1n);
      }),
    );
    expect(Rational.of(6, -8)).toEqual(Rational.of(-3, 4));
  });

  it('obeys the field axioms', () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        expect(a.add(b)).toEqual(b.add(a));
        expect(a.multiply(b)).toEqual(b.multiply(a));
        expect(a.add(b).add(c)).toEqual(a.add(b.add(c)));
        expect(a.multiply(b).multiply(c)).toEqual(a.multiply(b.multiply(c)));
        expect(a.multiply(b.add(c))).toEqual(a.multiply(b).add(a.multiply(c)));
        expect(a.add(Rational.zero)).toEqual(a);
        expect(a.multiply(Rational.one)).toEqual(a);
        expect(a.add(a.negate())).toEqual(Rational.zero);
        expect(a.subtract(b).add(b)).toEqual(a);
        if (b.sign() !== 0) expect(a.divide(b).multiply(b)).toEqual(a);
      }),
    );
  });

  it('orders as the difference has a sign', () => {
    fc.assert(
      fc.property(rationals, rationals, (a, b) => {
        expect(a.compare(b)).toBe(a.subtract(b).sign());
        expect(a.equals(b)).toBe(a.compare(b) === 0);
      }),
    );
  });

  it('refuses a zero denominator and division by zero', () => {
    expect(() => Rational.of(3, 0)).toThrow('denominator is zero: 3/0');
    expect(() => Rational.one.divide(Rational.zero)).toThrow('denominator is zero: 1/0');
  });

  it('reads the shortest decimal of a number, exponents included', () => {
    expect(Rational.fromDecimal(0.1)).toEqual(Rational.of(1, 10));
    expect(Rational.fromDecimal(-1.94)).toEqual(Rational.of(-97, 50));
    expect(Rational.fromDecimal(1.5e-9)).toEqual(Rational.of(3, 2_000_000_000));
    expect(Rational.fromDecimal(1e21)).toEqual(Rational.of(10n ** 21n));
    expect(Rational.fromDecimal(-0)).toEqual(Rational.zero);
    expect(() => Rational.fromDecimal(Number.NaN)).toThrow('not a finite number: NaN');
  });

  it('reads the exact dyadic value of a double', () => {
    expect(Rational.fromDouble(0.1)).toEqual(Rational.of(3602879701896397n, 1n << 55n));
    expect(Rational.fromDouble(-3)).toEqual(Rational.of(-3));
    expect(Rational.fromDouble(Number.MIN_VALUE)).toEqual(Rational.of(1n, 1n << 1074n));
    expect(() => Rational.fromDouble(Number.POSITIVE_INFINITY)).toThrow('Infinity');
  });

  it('gives back the very double it was read from, either way', () => {
    fc.assert(
      fc.property(doubles, (x) => {
        expect(Rational.fromDouble(x).toNumber()).toBe(x + 0);
        expect(Rational.fromDecimal(x).toNumber()).toBe(x + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('rounds a decimal to the double the JavaScript parser rounds it to', () => {
    const decimals = fc.tuple(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.integer({ min: -350, max: 320 }),
    );
    fc.assert(
      fc.property(decimals, ([digits, power]) => {
        const exact =
          power < 0
            ? Rational.of(digits, 10n ** BigInt(-power))
            : Rational.of(digits * 10n ** BigInt(power));
        expect(exact.toNumber()).toBe(Number(`${digits}e${power}`) + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('rounds halves to even, overflows to Infinity and underflows to 0', () => {
    const half = (n: bigint) => Rational.of(n, 2n).toNumber();
    expect(half(2n ** 54n + 1n)).toBe(2 ** 53);
    expect(half(2n ** 54n + 6n)).toBe(2 ** 53 + 4);
    expect(Rational.of(2n ** 1024n - 2n ** 970n).toNumber()).toBe(Number.POSITIVE_INFINITY);
    expect(Rational.of(2n ** 1024n - 2n ** 970n - 1n).toNumber()).toBe(Number.MAX_VALUE);
    expect(Rational.of(-(10n ** 400n)).toNumber()).toBe(Number.NEGATIVE_INFINITY);
    expect(Rational.of(1n, 2n ** 1075n).toNumber()).toBe(0);
    expect(Rational.of(3n, 2n ** 1076n).toNumber()).toBe(Number.MIN_VALUE);
  });

  it('prints as a fraction and, where it ends, as a decimal', () => {
    expect(Rational.of(-3, 4).toString()).toBe('−3/4');
    expect(Rational.of(10, 2).toString()).toBe('5');
    expect(Rational.of(-3, 4).toDecimal()).toBe('−0.75');
    expect(Rational.of(1, 3).toDecimal()).toBeUndefined();
    expect(Rational.of(-20).toDecimal()).toBe('−20');
    expect(Rational.of(1, 625).toDecimal()).toBe('0.0016');
  });

  it('prints a decimal that reads back as itself', () => {
    fc.assert(
      fc.property(doubles, (x) => {
        const printed = Rational.fromDecimal(x).toDecimal();
        expect(Number(printed?.replace('−', '-'))).toBe(x + 0);
      }),
    );
  });
});
