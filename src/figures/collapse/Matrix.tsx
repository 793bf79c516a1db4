// A matrix in brackets: a table, so that it can be read row by row. A vector is one column.
import type { ComponentChildren } from 'preact';

interface MatrixProps {
  readonly label: string;
  readonly rows: readonly (readonly ComponentChildren[])[];
}

export function Matrix({ label, rows }: MatrixProps) {
  return (
    <table class="matrix" aria-label={label}>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i}>
            {row.map((entry, j) => (
              <td key={j}>{entry}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface AffineProps {
  /** "h₁" and "x" in "h₁ = W x + b". */
  readonly output: string;
  readonly input: string;
  /** Names of the matrix and the bias, for those who do not see them. */
  readonly names: readonly [string, string];
  readonly weights: readonly (readonly ComponentChildren[])[];
  readonly bias: readonly ComponentChildren[];
  /** "ReLU" in "h₁ = ReLU(W x + b)". */
  readonly bend?: string | undefined;
  readonly equals?: '=' | '≈';
  /** Whether something inside can be reached by keyboard; if not, the box itself can, to scroll it. */
  readonly editable?: boolean;
}

/** y = Wx + b with every number in place. It scrolls in its own box where it is too wide. */
export function Affine(props: AffineProps) {
  const { output, input, names, weights, bias, bend, equals = '=', editable } = props;
  return (
    <div
      class="affine"
      role="group"
      aria-label={`${output} ${equals} ${names.join(', ')}`}
      {...(!editable && { tabIndex: 0 })}
    >
      <span>
        <b>{output}</b> {equals} {bend && `${bend}(`}
      </span>
      <Matrix label={names[0]} rows={weights} />
      <span>
        <b>{input}</b> +
      </span>
      <Matrix label={names[1]} rows={bias.map((entry) => [entry])} />
      {bend && <span>)</span>}
    </div>
  );
}
