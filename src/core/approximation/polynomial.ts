// Least-squares polynomials on the samples: the floor that a network with a polynomial activation of
// degree d cannot pass at any width, since its output is a polynomial of degree ≤ d (Leshno, Lin, Pinkus &
// Schocken 1993). By the discrete orthogonal polynomials of the samples (Stieltjes 1884, Forsythe 1957);
// each new one is orthogonalised twice, which keeps full accuracy to degrees far above any used here.

import type { Samples } from './samples.ts';

export interface PolynomialFit {
  readonly degree: number;
  /** rms[d]: least RMS of any polynomial of degree ≤ d on the samples; d = 0 … degree. */
  readonly rms: Float64Array;
  /** Value of the best polynomial of degree ≤ `upTo` (default: all) at x in [−1, 1]. */
  readonly evaluate: (x: number, upTo?: number) => number;
}

/** Three-term recurrence p₍ₖ₊₁₎ = ((x − shift)pₖ − before·p₍ₖ₋₁₎)/norm, and the target's share of pₖ. */
interface Term {
  readonly shift: number;
  readonly before: number;
  readonly norm: number;
  readonly share: number;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Best polynomials of degree 0 … degree; the degree is cut to one less than the samples. */
export function polynomialFit(
  { x, y }: Pick<Samples, 'x' | 'y'>,
  wantedDegree: number,
): PolynomialFit {
  if (!Number.isInteger(wantedDegree) || wantedDegree < 0)
    throw new RangeError(`degree must be a whole number from 0: got ${wantedDegree}`);
  const count = x.length;
  if (count === 0) throw new RangeError('no samples: got 0 expected at least 1');
  const degree = Math.min(wantedDegree, count - 1);
  const residual = y.slice();
  const rms = new Float64Array(degree + 1);
  const basis: Float64Array[] = [];
  const terms: Term[] = [];
  let current = new Float64Array(count).fill(1 / Math.sqrt(count));
  for (let k = 0; k <= degree; k++) {
    // Projecting the residual, not the target, lets each share correct the rounding of those before.
    const share = dot(residual, current);
    for (let i = 0; i < count; i++) residual[i] -= share * current[i];
    rms[k] = Math.sqrt(dot(residual, residual) / count);
    basis.push(current);
    let shift = 0;
    for (let i = 0; i < count; i++) shift += x[i] * current[i] * current[i];
    const next = new Float64Array(count);
    for (let i = 0; i < count; i++) next[i] = (x[i] - shift) * current[i];
    const before = k > 0 ? dot(next, basis[k - 1]) : 0;
    for (let pass = 0; pass < 2; pass++)
      for (const earlier of basis) {
        const overlap = dot(next, earlier);
        for (let i = 0; i < count; i++) next[i] -= overlap * earlier[i];
      }
    const norm = Math.sqrt(dot(next, next));
    terms.push({ shift, before, norm, share });
    if (norm > 0) for (let i = 0; i < count; i++) next[i] /= norm;
    current = next;
  }
  const evaluate = (at: number, upTo = degree): number => {
    let previous = 0;
    let value = 1 / Math.sqrt(count);
    let sum = 0;
    for (let k = 0; k <= Math.min(upTo, degree); k++) {
      const { shift, before, norm, share } = terms[k];
      sum += share * value;
      const next = ((at - shift) * value - before * previous) / norm;
      previous = value;
      value = next;
    }
    return sum;
  };
  return { degree, rms, evaluate };
}

/** Slope and intercept of the least-squares line: all that a network without activation can learn. */
export function bestLine({ x, y }: Pick<Samples, 'x' | 'y'>): { slope: number; intercept: number } {
  const { evaluate } = polynomialFit({ x, y }, 1);
  const intercept = evaluate(0);
  return { slope: x.length > 1 ? evaluate(1) - intercept : 0, intercept };
}

/** Slope and intercept of a network with identity activation: it is one line, whatever its width. */
export function lineOf(parameters: Float64Array): { slope: number; intercept: number } {
  const width = (parameters.length - 1) / 3;
  let slope = 0;
  let intercept = parameters[3 * width];
  for (let unit = 0; unit < width; unit++) {
    slope += parameters[2 * width + unit] * parameters[unit];
    intercept += parameters[2 * width + unit] * parameters[width + unit];
  }
  return { slope, intercept };
}
