// The two hidden neurons of the article: class A is where both sums are negative.

/** [w₁, w₂, b] of n₁ and of n₂. */
export const articleLines = [
  [1.6, 1.2, -1.2],
  [-1.8, -0.9, -1.2],
] as const;
