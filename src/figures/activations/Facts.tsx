// What is known about the function chosen, from the registry: formulas, range, bends, and whether a
// network with it can approximate any continuous function (Leshno, Lin, Pinkus & Schocken 1993).
import type { Activation, ActivationName } from '../../core/activations.ts';
import { Formula } from '../../ui/Formula.tsx';
import { fill, plain, trimmed } from '../../ui/words.ts';
import { digits, type Labels, type Parts } from './View.tsx';

export function Facts({ model, labels }: Parts) {
  const entry = model.entry.value;
  const note = noteOn(model.activation.value, labels.notes);
  const words = labels.facts;
  return (
    <dl class="facts">
      <dt>{words.value}</dt>
      <dd class="fact-formula">
        <Formula tex={entry.tex} />
      </dd>
      <dt>{words.slope}</dt>
      <dd class="fact-formula">
        <Formula tex={entry.texDerivative} />
      </dd>
      {note && <dd class="formula-note">{note}</dd>}
      <dt>{words.range}</dt>
      <dd>{rangeOf(entry)}</dd>
      <dt>{words.bends}</dt>
      <dd>{bendsOf(entry, labels.bends)}</dd>
      <dt>{words.universal}</dt>
      <dd>{universalOf(entry, labels.universal)}</dd>
    </dl>
  );
}

function noteOn(name: ActivationName, notes: Labels['notes']): string | undefined {
  return Object.hasOwn(notes, name) ? notes[name as keyof typeof notes] : undefined;
}

/** "[0, ∞)", or "{0, 1}" for a function that takes its two limits and nothing else. */
function rangeOf({ range, attained, jumps, piecewiseLinear }: Activation): string {
  const [low, high] = range.map((limit) =>
    Number.isFinite(limit) ? trimmed(limit, digits) : limit < 0 ? '−∞' : '∞',
  );
  if (jumps.length > 0 && piecewiseLinear) return `{${low}, ${high}}`;
  return `${attained[0] ? '[' : '('}${low}, ${high}${attained[1] ? ']' : ')'}`;
}

function bendsOf({ kinks, jumps, polynomialDegree }: Activation, words: Labels['bends']): string {
  if (jumps.length > 0) return fill(words.jump, { places: jumps.map(plain).join(', ') });
  if (kinks.length > 0) return fill(words.kink, { places: kinks.map(plain).join(', ') });
  return polynomialDegree === 1 ? words.straight : words.smooth;
}

function universalOf({ polynomialDegree }: Activation, words: Labels['universal']): string {
  if (polynomialDegree === null) return words.yes;
  return polynomialDegree === 1 ? words.line : fill(words.polynomial, { degree: polynomialDegree });
}
