// Numbers with about 106 significant bits, each the unevaluated sum of two doubles.
// For tables and for functions that need more than a double in between (pow, hypot); not for loops
// over samples, since every result is a fresh pair.
// Method: T. J. Dekker, "A floating-point technique for extending the available precision" (1971).

/** The value high + low, where high is the double nearest to it. */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

const SPLITTER = 134217729; // 2²⁷ + 1

/** high + low, exactly, when |high| ≥ |low| or high is 0. */
const renormalise = (high: number, low: number): DoubleDouble => {
  const sum = high + low;
  return { high: sum, low: low - (sum - high) };
};

/** a + b, exactly. */
export const sumOf = (a: number, b: number): DoubleDouble => {
  const sum = a + b;
  const fromB = sum - a;
  return { high: sum, low: a - (sum - fromB) + (b - fromB) };
};

/** a × b, exactly while |a|, |b| < 2⁹⁹⁵ and the product stays clear of the subnormals. */
export const productOf = (a: number, b: number): DoubleDouble => {
  const product = a * b;
  const scaledA = SPLITTER * a;
  const headA = scaledA - (scaledA - a);
  const tailA = a - headA;
  const scaledB = SPLITTER * b;
  const headB = scaledB - (scaledB - b);
  const tailB = b - headB;
  const low = tailA * tailB - (product - headA * headB - tailA * headB - headA * tailB);
  return { high: product, low };
};

export const add = (a: DoubleDouble, b: DoubleDouble): DoubleDouble => {
  const high = sumOf(a.high, b.high);
  const low = sumOf(a.low, b.low);
  const partial = renormalise(high.high, high.low + low.high);
  return renormalise(partial.high, partial.low + low.low);
};

export const negate = (a: DoubleDouble): DoubleDouble => ({ high: -a.high, low: -a.low });

export const multiply = (a: DoubleDouble, b: DoubleDouble): DoubleDouble => {
  const product = productOf(a.high, b.high);
  return renormalise(product.high, product.low + (a.high * b.low + a.low * b.high));
};

/** a / b to about 2⁻¹⁰⁰. */
export const divide = (a: DoubleDouble, b: DoubleDouble): DoubleDouble => {
  const quotient = a.high / b.high;
  const product = productOf(quotient, b.high);
  const remainder = a.high - product.high - product.low + a.low - quotient * b.low;
  return renormalise(quotient, remainder / b.high);
};

/** √a for a > 0. */
export const squareRoot = (a: DoubleDouble): DoubleDouble => {
  const root = Math.sqrt(a.high);
  const remainder = add(a, negate(productOf(root, root)));
  return renormalise(root, remainder.high / (2 * root));
};

/** A double as a double-double. */
export const exactly = (high: number): DoubleDouble => ({ high, low: 0 });
