// Continuous piecewise-linear curves in the hat-function basis, where best values at given knots
// are one tridiagonal solve (condition number about 4, against 7·10⁷ for ReLU features at 64
// knots). A curve has m knots: both ends of [−1, 1] and m − 2 between. The caller owns all
// buffers through a workspace, so that nothing is allocated while knots move.

export interface HatWorkspace {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Per piece: sums of (1−λ)², λ(1−λ), λ² and of the residual times 1−λ and λ, λ = (x−t)/h. */
  readonly nearNear: Float64Array;
  readonly nearFar: Float64Array;
  readonly farFar: Float64Array;
  readonly near: Float64Array;
  readonly far: Float64Array;
  /** Squared error of each piece. */
  readonly error: Float64Array;
  readonly pivot: Float64Array;
  readonly right: Float64Array;
  /** Calls of solveValues so far: what a search costs, whatever the machine. */
  solves: number;
}

export function hatWorkspace(x: Float64Array, y: Float64Array, maxKnots: number): HatWorkspace {
  const buffer = () => new Float64Array(maxKnots);
  return {
    x,
    y,
    nearNear: buffer(),
    nearFar: buffer(),
    farFar: buffer(),
    near: buffer(),
    far: buffer(),
    error: buffer(),
    pivot: buffer(),
    right: buffer(),
    solves: 0,
  };
}

/** Pull towards the old value, where no sample says anything; far below any weight of a sample. */
const RIDGE = 1e-11;

/**
 * Squared error of the curve with `count` knots, and the per-piece sums of the residual.
 * @returns Σ (curve(xᵢ) − yᵢ)²
 */
export function residualSums(
  work: HatWorkspace,
  knots: Float64Array,
  values: Float64Array,
  count: number,
): number {
  const { x, y, near, far, error } = work;
  const samples = x.length;
  let total = 0;
  let i = 0;
  for (let p = 0; p < count - 1; p++) {
    const from = knots[p];
    const to = p === count - 2 ? Number.POSITIVE_INFINITY : knots[p + 1];
    const inverse = 1 / (knots[p + 1] - from);
    const base = values[p];
    const rise = values[p + 1] - base;
    let sum = 0;
    let sumFar = 0;
    let squares = 0;
    for (; i < samples && x[i] < to; i++) {
      const lambda = (x[i] - from) * inverse;
      const residual = base + rise * lambda - y[i];
      sum += residual;
      sumFar += lambda * residual;
      squares += residual * residual;
    }
    near[p] = sum - sumFar;
    far[p] = sumFar;
    error[p] = squares;
    total += squares;
  }
  return total;
}

/**
 * Best values at the given knots (least squares), starting from and written to `values`;
 * leaves the sums of both kinds in the workspace.
 * @returns the squared error reached
 */
export function solveValues(
  work: HatWorkspace,
  knots: Float64Array,
  values: Float64Array,
  count: number,
): number {
  const { x, y, nearNear, nearFar, farFar, pivot, right } = work;
  const samples = x.length;
  work.solves++;
  right.fill(0, 0, count);
  let i = 0;
  for (let p = 0; p < count - 1; p++) {
    const from = knots[p];
    const to = p === count - 2 ? Number.POSITIVE_INFINITY : knots[p + 1];
    const inverse = 1 / (knots[p + 1] - from);
    const first = i;
    let sum = 0;
    let squares = 0;
    let sumY = 0;
    let sumFarY = 0;
    for (; i < samples && x[i] < to; i++) {
      const lambda = (x[i] - from) * inverse;
      sum += lambda;
      squares += lambda * lambda;
      sumY += y[i];
      sumFarY += lambda * y[i];
    }
    nearNear[p] = i - first - 2 * sum + squares;
    nearFar[p] = sum - squares;
    farFar[p] = squares;
    right[p] += sumY - sumFarY;
    right[p + 1] += sumFarY;
  }
  factorHats(work, count);
  for (let p = 0; p < count; p++) {
    right[p] += RIDGE * values[p];
    if (p > 0) right[p] -= (nearFar[p - 1] / pivot[p - 1]) * right[p - 1];
  }
  for (let p = count - 1; p >= 0; p--) {
    const next = p === count - 1 ? 0 : nearFar[p] * values[p + 1];
    values[p] = (right[p] - next) / pivot[p];
  }
  return residualSums(work, knots, values, count);
}

/** LDLᵀ of the tridiagonal normal matrix of the sums in the workspace, into `pivot`. */
function factorHats({ nearNear, nearFar, farFar, pivot }: HatWorkspace, count: number): void {
  for (let p = 0; p < count; p++) {
    const left = p === 0 ? 0 : farFar[p - 1];
    const own = p === count - 1 ? 0 : nearNear[p];
    const carried = p === 0 ? 0 : (nearFar[p - 1] * nearFar[p - 1]) / pivot[p - 1];
    // Rounding can take an empty hat's pivot below its ridge.
    pivot[p] = Math.max(RIDGE, left + own + RIDGE - carried);
  }
}

/** Solve the factored normal equations for another right-hand side, in place. */
export function solveHats(
  { nearFar, pivot }: HatWorkspace,
  right: Float64Array,
  count: number,
): void {
  for (let p = 1; p < count; p++) right[p] -= (nearFar[p - 1] / pivot[p - 1]) * right[p - 1];
  for (let p = count - 1; p >= 0; p--) {
    const next = p === count - 1 ? 0 : nearFar[p] * right[p + 1];
    right[p] = (right[p] - next) / pivot[p];
  }
}
