// A sample point pushed through the stack layer by layer, and through the one map at once.
import { fill, trimmed } from '../../ui/words.ts';
import { written } from './entry.ts';
import { apply } from './forward.ts';
import { inputName, outputName } from './names.ts';
import { digits } from './Together.tsx';
import type { Parts } from './View.tsx';

export function BothWays({ model, labels }: Parts) {
  const words = labels.ways;
  const notation = model.notation.value;
  const exact = model.verdict.value === 'equal';
  const float = (value: number) =>
    Number.isFinite(value) ? trimmed(value, digits) : words.tooLarge;
  const trail: readonly (readonly string[])[] = exact
    ? model.trail.value.map((values) => values.map((value) => written(value, notation)))
    : model.bentTrail.value.map((values) => values.map(float));
  const nearest = exact ? undefined : model.nearest.value;
  const single = nearest && apply(nearest, model.inputs.value);
  const once = exact
    ? model.atOnce.value.map((value) => written(value, notation))
    : single?.map(float);
  return (
    <section class="both-ways">
      <p>
        <span class="way-name">{words.layerByLayer}</span>{' '}
        {trail.map((values, i) => (
          <span key={i} class="way-step">
            {i > 0 && '→ '}
            <b>{i === 0 ? inputName(0) : outputName(i - 1, trail.length - 1)}</b> = (
            {values.join(', ')}){' '}
          </span>
        ))}
      </p>
      {once && (
        <p>
          <span class="way-name">{exact ? words.atOnce : words.nearest}</span>{' '}
          <span class="way-step">
            W<b>x</b> + b = ({once.join(', ')})
          </span>{' '}
          <Verdict
            exact={exact && model.equal.value}
            miss={single && distance(model.bentTrail.value[trail.length - 1], single)}
            words={words}
          />
        </p>
      )}
    </section>
  );
}

interface VerdictProps {
  readonly exact: boolean;
  readonly miss: number | undefined;
  readonly words: Parts['labels']['ways'];
}

function Verdict({ exact, miss = Number.NaN, words }: VerdictProps) {
  if (exact) return <span class="verdict good">= {words.equal}</span>;
  const size = trimmed(miss, digits);
  return size === '0' ? (
    <span class="verdict">≈ {words.same}</span>
  ) : (
    <span class="verdict bad">
      ≠ {fill(words.differs, { miss: Number.isFinite(miss) ? size : words.tooLarge })}
    </span>
  );
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0));
}
