// Two doubles at once: how they are read and written, the odd one at the end of a row apart.

/** Bytes of a double, and of two. */
export const ONE: usize = 8;
export const TWO: usize = 16;

/** Both lanes from one double. */
// @ts-ignore: decorator
@inline
export function both(at: usize): v128 {
  return v128.load_splat<f64>(at);
}

/** The first two numbers of rows a and b, sample by sample: (a₀, b₀). */
// @ts-ignore: decorator
@inline
export function firsts(a: v128, b: v128): v128 {
  return v128.shuffle<f64>(a, b, 0, 2);
}

/** (a₁, b₁). */
// @ts-ignore: decorator
@inline
export function seconds(a: v128, b: v128): v128 {
  return v128.shuffle<f64>(a, b, 1, 3);
}

/** One double of each of two rows. */
// @ts-ignore: decorator
@inline
export function pair(a: usize, b: usize): v128 {
  return v128.load64_lane(b, v128.load64_zero(a), 1);
}

/** The last double of a row. */
// @ts-ignore: decorator
@inline
export function last(at: usize): v128 {
  return v128.load_zero<f64>(at);
}

/**
 * Two doubles, or the last one of a row alone. Where all are written so, two are read even there: what
 * follows a row is memory, and what comes of it is not kept.
 */
// @ts-ignore: decorator
@inline
export function write(at: usize, values: v128, whole: bool): void {
  if (whole) v128.store(at, values);
  else v128.store_lane<f64>(at, values, 0);
}
