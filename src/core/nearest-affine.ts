// The affine map nearest to an arbitrary function over sample points, in the least-squares sense,
// and what it misses. Modified Gram–Schmidt on the centred inputs with column pivoting (Golub 1965),
// each column orthogonalised twice; dependent inputs get weight 0 and the fit stays the best.

/** ŷ = Wx + b with its misses over the samples. */
export interface NearestAffine {
  /** out×in. */
  readonly weights: readonly (readonly number[])[];
  /** out. */
  readonly bias: readonly number[];
  /** How many inputs vary independently over the samples; below `in`, W is not unique. */
  readonly rank: number;
  /** Root of the mean over samples of |f(x) − ŷ|², the Euclidean length over outputs. */
  readonly rms: number;
  /** Largest |f(x) − ŷ| over the samples, and the sample where it occurs. */
  readonly max: number;
  readonly worst: number;
}

/** A column shorter than this share of its original length counts as dependent. */
const DEPENDENT = 1e-10;

function centred(column: Float64Array): { mean: number; column: Float64Array } {
  let sum = 0;
  for (const value of column) sum += value;
  const mean = sum / column.length;
  return { mean, column: column.map((value) => value - mean) };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Columns of a table of points, each a Float64Array over the samples. */
function columnsOf(rows: readonly ArrayLike<number>[], what: string): Float64Array[] {
  const width = rows[0].length;
  const columns = Array.from({ length: width }, () => new Float64Array(rows.length));
  rows.forEach((row, s) => {
    if (row.length !== width) {
      throw new RangeError(`${what} ${s}: got ${row.length} numbers, expected ${width}`);
    }
    for (let j = 0; j < width; j++) {
      if (!Number.isFinite(row[j])) throw new RangeError(`${what} ${s}: not finite: ${row[j]}`);
      columns[j][s] = row[j];
    }
  });
  return columns;
}

interface Factor {
  /** Orthogonal columns q, and for each the input column it came from. */
  readonly basis: readonly {
    readonly q: Float64Array;
    readonly input: number;
    readonly norm: number;
  }[];
  /** upper[k][j]: how much of q_k is in the centred input column j. */
  readonly upper: readonly Float64Array[];
}

function factor(inputs: readonly Float64Array[]): Factor {
  const rest = inputs.map((column) => Float64Array.from(column));
  const original = inputs.map((column) => dot(column, column));
  const free = new Set(inputs.keys());
  const basis: { q: Float64Array; input: number; norm: number }[] = [];
  const upper: Float64Array[] = [];
  while (free.size > 0) {
    let pivot = -1;
    let longest = 0;
    for (const j of free) {
      const share = original[j] > 0 ? dot(rest[j], rest[j]) / original[j] : 0;
      if (share > longest) [pivot, longest] = [j, share];
    }
    if (pivot < 0 || longest < DEPENDENT * DEPENDENT) break;
    free.delete(pivot);
    const q = rest[pivot];
    const norm = dot(q, q);
    const row = new Float64Array(inputs.length);
    row[pivot] = 1;
    basis.push({ q, input: pivot, norm });
    upper.push(row);
    for (const j of free) {
      // Twice is enough (Parlett 1980): the second pass removes what rounding left in the first.
      for (let pass = 0; pass < 2; pass++) {
        basis.forEach((vector, k) => {
          const share = dot(vector.q, rest[j]) / vector.norm;
          upper[k][j] += share;
          for (let s = 0; s < q.length; s++) rest[j][s] -= share * vector.q[s];
        });
      }
    }
  }
  return { basis, upper };
}

function solve({ basis, upper }: Factor, target: Float64Array, inputs: number): number[] {
  const left = Float64Array.from(target);
  const shares = basis.map(({ q, norm }) => {
    const share = dot(q, left) / norm;
    for (let s = 0; s < left.length; s++) left[s] -= share * q[s];
    return share;
  });
  const weights = new Array<number>(inputs).fill(0);
  for (let k = basis.length - 1; k >= 0; k--) {
    let value = shares[k];
    for (let later = k + 1; later < basis.length; later++) {
      value -= upper[k][basis[later].input] * weights[basis[later].input];
    }
    weights[basis[k].input] = value;
  }
  return weights;
}

/**
 * The affine map minimising Σ |f(x) − Wx − b|² over `points` (at least one, all of one dimension).
 * `f` must return the same number of finite values at each point.
 */
export function nearestAffine(
  f: (x: readonly number[]) => ArrayLike<number>,
  points: readonly (readonly number[])[],
): NearestAffine {
  if (points.length === 0) throw new RangeError('nearest affine map: got 0 points');
  const inputs = columnsOf(points, 'point').map(centred);
  const outputs = columnsOf(
    points.map((point) => Array.from(f(point))),
    'value at point',
  ).map(centred);
  const factors = factor(inputs.map(({ column }) => column));
  const weights = outputs.map(({ column }) => solve(factors, column, inputs.length));
  const bias = outputs.map(({ mean }, i) =>
    weights[i].reduce((sum, weight, j) => sum - weight * inputs[j].mean, mean),
  );
  let sum = 0;
  let max = 0;
  let worst = 0;
  for (let s = 0; s < points.length; s++) {
    let squared = 0;
    outputs.forEach(({ column }, i) => {
      let miss = column[s];
      for (let j = 0; j < inputs.length; j++) miss -= weights[i][j] * inputs[j].column[s];
      squared += miss * miss;
    });
    sum += squared;
    if (squared > max) [max, worst] = [squared, s];
  }
  const rms = Math.sqrt(sum / points.length);
  return { weights, bias, rank: factors.basis.length, rms, max: Math.sqrt(max), worst };
}
