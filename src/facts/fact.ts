// What a fact is: a number in the prose that states a result, computed by the core at build, and
// the way it is written out. The sentence around it belongs to the chapter. Facts are computed when
// they are first read, so that a page pays for its own only.

export interface Fact {
  readonly value: number;
  readonly format: Intl.NumberFormatOptions;
}

/** The same function, computed at most once. */
export function once<Value>(compute: () => Value): () => Value {
  let result: { readonly value: Value } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}

function fact(compute: () => number, format: Intl.NumberFormatOptions): Fact {
  const value = once(compute);
  return {
    get value() {
      return value();
    },
    format,
  };
}

/** A whole number, rounded, with the locale's grouping from five digits on. */
export const count = (compute: () => number): Fact =>
  fact(compute, { maximumFractionDigits: 0, useGrouping: 'min2' });

/** A decimal with `digits` places, trailing zeros kept, so that equal precision looks equal. */
export const decimal = (digits: number, compute: () => number): Fact =>
  fact(compute, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** A number to `digits` significant digits, for errors that span powers of ten. */
export const significant = (digits: number, compute: () => number): Fact =>
  fact(compute, { minimumSignificantDigits: digits, maximumSignificantDigits: digits });

/** A large number to two digits, in words where the language has them: "70 million", "7000万". */
export const rounded = (compute: () => number): Fact =>
  fact(compute, { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 2 });
