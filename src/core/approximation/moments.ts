// Running sums over the samples, from which sums over any run of them are differences, in O(1). They
// cancel to about 1e-13 of the whole, good enough to compare curves; errors that are shown are summed
// anew (hats.ts).

export interface PrefixSums {
  readonly x: Float64Array;
  readonly xx: Float64Array;
  readonly y: Float64Array;
  readonly xy: Float64Array;
  readonly yy: Float64Array;
}

function prefix(length: number, term: (i: number) => number): Float64Array {
  const sums = new Float64Array(length + 1);
  for (let i = 0; i < length; i++) sums[i + 1] = sums[i] + term(i);
  return sums;
}

export function prefixSums(x: Float64Array, y: Float64Array): PrefixSums {
  return {
    x: prefix(x.length, (i) => x[i]),
    xx: prefix(x.length, (i) => x[i] * x[i]),
    y: prefix(x.length, (i) => y[i]),
    xy: prefix(x.length, (i) => x[i] * y[i]),
    yy: prefix(x.length, (i) => y[i] * y[i]),
  };
}
