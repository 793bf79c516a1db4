import { expect, it } from 'vitest';
import { fill, fixed, plain, signed } from '../../src/ui/words.ts';

it('fill() puts values in their places, with a true minus sign for numbers', () => {
  expect(fill('{a} of {b}', { a: -1, b: 'two' })).toBe('−1 of two');
});

it('fill() throws for a name it has no value for', () => {
  expect(() => fill('{a} of {b}', { a: 1 })).toThrow('no value for {b} in "{a} of {b}"');
});

it('fixed() never shows a negative zero', () => {
  expect(fixed(-0.001, 2)).toBe('0.00');
  expect(fixed(-0.006, 2)).toBe('−0.01');
});

it('signed() writes a term of a sum', () => {
  expect(signed(1.234, 2)).toBe('+ 1.23');
  expect(signed(-1.234, 2)).toBe('− 1.23');
  expect(signed(-0.001, 2)).toBe('+ 0.00');
});

it('plain() writes a number as short as it is', () => {
  expect(plain(-0.5)).toBe('−0.5');
});
