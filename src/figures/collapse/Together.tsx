// The one affine map that the stack equals, or, with an activation in it, the nearest one.
import { fill, trimmed } from '../../ui/words.ts';
import { written } from './entry.ts';
import { Affine } from './Matrix.tsx';
import { biasFormula, outputName, productFormula } from './names.ts';
import { reach } from './state.ts';
import type { Parts } from './View.tsx';

/** Decimals of what is no longer exact. */
export const digits = 3;

export function Together({ model, labels, steps }: Parts & { readonly steps: boolean }) {
  const verdict = model.verdict.value;
  return (
    <section class="together">
      <p class="layer-title">{labels.together[verdict]}</p>
      {verdict === 'equal' ? (
        <Exact model={model} labels={labels} steps={steps} />
      ) : (
        <Nearest model={model} labels={labels} />
      )}
    </section>
  );
}

type Shown = Pick<Parts, 'model' | 'labels'>;

function Exact({ model, labels, steps }: Shown & { readonly steps: boolean }) {
  const { weights, bias } = model.collapsed.value.map;
  const layers = model.layers.value.length;
  const notation = model.notation.value;
  return (
    <>
      <Affine
        output="y"
        input="x"
        names={['W', 'b']}
        weights={weights.map((row) => row.map((value) => written(value, notation)))}
        bias={bias.map((value) => written(value, notation))}
      />
      {layers > 1 && (
        <p class="derivation">
          W = {productFormula(layers)}
          <br />b = {biasFormula(layers)}
        </p>
      )}
      {layers > 2 && (
        <details open={steps}>
          <summary>{labels.steps}</summary>
          <Steps model={model} />
        </details>
      )}
    </>
  );
}

/** What the first two layers amount to, the first three, and so on: the induction on numbers. */
function Steps({ model }: Pick<Parts, 'model'>) {
  const notation = model.notation.value;
  const { steps } = model.collapsed.value;
  return (
    <ol class="collapse-steps">
      {steps.slice(1, -1).map(({ weights, bias }, i) => (
        <li key={i}>
          <Affine
            output={outputName(i + 1, steps.length)}
            input="x"
            names={[productFormula(i + 2), biasFormula(i + 2)]}
            weights={weights.map((row) => row.map((value) => written(value, notation)))}
            bias={bias.map((value) => written(value, notation))}
          />
        </li>
      ))}
    </ol>
  );
}

function Nearest({ model, labels }: Shown) {
  const verdict = model.verdict.value;
  const nearest = model.nearest.value;
  if (!nearest || verdict === 'equal') return <p>{labels.note.overflow}</p>;
  const { weights, bias, rms, max } = nearest;
  return (
    <>
      <Affine
        output="y"
        input="x"
        equals="≈"
        names={['W', 'b']}
        weights={weights.map((row) => row.map((value) => trimmed(value, digits)))}
        bias={bias.map((value) => trimmed(value, digits))}
      />
      <p class="derivation">
        {fill(labels.note[verdict === 'overflow' ? 'overflow' : verdict], {
          reach,
          rms: trimmed(rms, digits),
          max: trimmed(max, digits),
        })}
      </p>
    </>
  );
}
