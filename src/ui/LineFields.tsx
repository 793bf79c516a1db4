// The numbers of a line as fields, set like its equation: n₁ = [1.6] x₁ + [1.2] x₂ + [−1.2], or
// without a name for its sum, [1.6] x₁ + [1.2] x₂ + [−1.2] = 0.
import { NumberField } from './controls.tsx';
import { type Line, withPart } from './line.ts';
import { lineLimit } from './line-field.ts';
import { fill, type SharedWords } from './words.ts';

interface Props {
  readonly line: Line;
  /** The fields' common name: what the sum is called, such as "n₁", or in words "the line". */
  readonly name: string;
  /** Whether the name stands in the equation. */
  readonly named?: boolean;
  readonly kind?: string;
  readonly words: SharedWords;
  readonly onChange: (line: Line) => void;
}

const terms = ['x₁ +', 'x₂ +'] as const;
const parts = ['w₁', 'w₂', 'b'] as const;

export function LineFields({ line, name, named = false, kind = '', words, onChange }: Props) {
  return (
    <div class="line-fields" role="group" aria-label={name}>
      {named && (
        <span class={`control-name ${kind}`} aria-hidden="true">
          {name} =
        </span>
      )}
      {parts.map((part, i) => (
        <span key={part} class="line-term">
          <NumberField
            label={<span class="visually-hidden">{fill(words.lineNumber, { name, part })}</span>}
            value={line[i]}
            min={-lineLimit}
            max={lineLimit}
            words={words.number}
            onInput={(value) => onChange(withPart(line, i as 0 | 1 | 2, value))}
          />
          {i === 2 ? !named && '= 0' : terms[i]}
        </span>
      ))}
    </div>
  );
}
