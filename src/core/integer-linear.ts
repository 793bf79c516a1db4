// Linear algebra over the integers without fractions: Gauss–Jordan elimination where every division
// is exact (Bareiss 1968), so that entries stay determinants of the input and never blow up.

/** The reduced matrix: pivot k stands in row k, column pivots[k], and all pivots are `pivot`. */
interface Reduced {
  readonly rows: bigint[][];
  readonly pivots: readonly number[];
  readonly pivot: bigint;
}

function reduce(matrix: readonly (readonly bigint[])[], columns: number): Reduced {
  const rows = matrix.map((row) => [...row]);
  const pivots: number[] = [];
  let previous = 1n;
  for (let column = 0; column < columns && pivots.length < rows.length; column++) {
    const at = pivots.length;
    let found = at;
    while (found < rows.length && rows[found][column] === 0n) found += 1;
    if (found === rows.length) continue;
    [rows[at], rows[found]] = [rows[found], rows[at]];
    const pivotRow = rows[at];
    const pivot = pivotRow[column];
    for (let i = 0; i < rows.length; i++) {
      if (i === at) continue;
      const row = rows[i];
      const factor = row[column];
      for (let j = 0; j < row.length; j++) {
        row[j] = (pivot * row[j] - factor * pivotRow[j]) / previous;
      }
    }
    previous = pivot;
    pivots.push(column);
  }
  return { rows, pivots, pivot: previous };
}

/**
 * The solution of a square system up to a common factor: numerators u with
 * M·u = determinant · right, or undefined when M is singular. matrix: n×n rows.
 */
export function solveIntegers(
  matrix: readonly (readonly bigint[])[],
  right: readonly bigint[],
): { readonly numerators: bigint[]; readonly determinant: bigint } | undefined {
  const { rows, pivots, pivot } = reduce(
    matrix.map((row, i) => [...row, right[i]]),
    matrix.length,
  );
  if (pivots.length < matrix.length) return undefined;
  return { numerators: rows.map((row) => row[row.length - 1]), determinant: pivot };
}

/** A non-zero integer vector n with Σ nₖ·columns[k] = 0, or undefined if they are independent. */
export function dependency(columns: readonly (readonly bigint[])[]): bigint[] | undefined {
  const height = columns.length === 0 ? 0 : columns[0].length;
  const { rows, pivots, pivot } = reduce(
    Array.from({ length: height }, (_, i) => columns.map((column) => column[i])),
    columns.length,
  );
  const free = columns.findIndex((_, k) => !pivots.includes(k));
  if (free < 0) return undefined;
  const result = columns.map(() => 0n);
  result[free] = pivot;
  pivots.forEach((column, row) => {
    result[column] = -rows[row][free];
  });
  return result;
}
