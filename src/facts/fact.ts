// What a fact is: a number in the prose that states a result, computed by the core at build, and
// the way it is written out. The sentence around it belongs to the chapter.

export interface Fact {
  readonly value: number;
  readonly format: Intl.NumberFormatOptions;
}

/** A whole number, with the locale's grouping from five digits on. */
export const count = (value: number): Fact => ({
  value,
  format: { maximumFractionDigits: 0, useGrouping: value >= 10_000 },
});

/** A decimal with `digits` places, trailing zeros kept, so that equal precision looks equal. */
export const decimal = (value: number, digits: number): Fact => ({
  value,
  format: { minimumFractionDigits: digits, maximumFractionDigits: digits },
});

/** A number to `digits` significant digits, for errors that span powers of ten. */
export const significant = (value: number, digits: number): Fact => ({
  value,
  format: { minimumSignificantDigits: digits, maximumSignificantDigits: digits },
});
