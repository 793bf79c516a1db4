// The exponent of a double, read and applied exactly. Everything here is free of rounding, except
// where a result falls among the subnormals.

const bits = new DataView(new ArrayBuffer(8));

/** 2ᵏ for −1022 ≤ k ≤ 1023, at index k + 1022. */
export const powersOfTwo: Float64Array = /* @__PURE__ */ (() => {
  const powers = new Float64Array(2046);
  powers[1022] = 1;
  for (let k = 1; k <= 1023; k++) powers[1022 + k] = powers[1021 + k] * 2;
  for (let k = 1; k <= 1022; k++) powers[1022 - k] = powers[1023 - k] / 2;
  return powers;
})();

/** The integer e with 2ᵉ ≤ |x| < 2ᵉ⁺¹, for finite x ≠ 0. */
export const exponentOf = (x: number): number => {
  bits.setFloat64(0, x);
  const biased = (bits.getUint32(0) >>> 20) & 0x7ff;
  // Subnormals are first scaled by 2⁵⁴ into the normal range.
  return biased === 0 ? exponentOf(x * 18014398509481984) - 54 : biased - 1023;
};

/** x · 2ᵏ, rounded once if it is subnormal. */
export const timesPowerOfTwo = (x: number, k: number): number => {
  if (k > 1023) return timesPowerOfTwo(x * powersOfTwo[2045], Math.min(k - 1023, 2000));
  if (k >= -1022) return x * powersOfTwo[k + 1022];
  // Down in two steps of which the first must not round: it stays 53 bits above the subnormals.
  const e = x === 0 ? 0 : exponentOf(x);
  const first = Math.max(-1022 + 60 - e, -1022);
  return k - first < -1022 ? x * 0 : x * powersOfTwo[first + 1022] * powersOfTwo[k - first + 1022];
};
