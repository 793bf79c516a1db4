// The two lines the article's data was drawn from, and its two hidden neurons: class A lies where both
// sums are negative. By themselves, so that a picture of the lines need not load the datasets.

/** The set w·x + b = 0, and the side of it where w·x + b < 0. */
export interface PlaneLine {
  readonly w: readonly [number, number];
  readonly b: number;
}

export const articleLines: readonly [PlaneLine, PlaneLine] = [
  { w: [1.6, 1.2], b: -1.2 },
  { w: [-1.8, -0.9], b: -1.2 },
];
