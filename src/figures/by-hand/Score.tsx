// The score, the two challenges, and the network that was built, weight by weight.
import { errorText } from '../../ui/errors.ts';
import { fill, fixed, trimmed } from '../../ui/words.ts';
import { BASE } from './kinds/kind.ts';
import { CLOSE, WIDEST } from './settings.ts';
import { type Labels, type Model, neuronsText } from './words.ts';

interface Props {
  readonly model: Model;
  readonly labels: Labels;
}

export function Score({ model, labels }: Props) {
  const { rms, units, best, descent, beaten, close, enough } = model.score.value;
  const worst = model.worst.value;
  const words = labels.score;
  const text = (value: number | undefined) => (value === undefined ? '…' : errorText(value));
  return (
    <div class="by-hand-score">
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.measure}</th>
          </tr>
        </thead>
        <tbody>
          <tr class="yours">
            <th scope="row">
              {fill(words.yours, { size: neuronsText(labels, units, model.activation.value) })}
            </th>
            <td>{errorText(rms)}</td>
          </tr>
          <tr class="aside">
            <th scope="row">{fill(words.worst, { x: fixed(worst.at, 2) })}</th>
            <td>{errorText(worst.error)}</td>
          </tr>
          <tr>
            <th scope="row">{words.descent}</th>
            <td>{text(descent)}</td>
          </tr>
          <tr>
            <th scope="row">{words.best}</th>
            <td>{text(best)}</td>
          </tr>
        </tbody>
      </table>
      <div>
        <p class="by-hand-counts">
          {fill(words.used, {
            yours: units,
            best: best === undefined ? '…' : (enough ?? `> ${WIDEST}`),
          })}
        </p>
        <ol class="goals">
          <Goal met={beaten} words={words} text={beaten ? words.beaten : words.beat} />
          <Goal
            met={close}
            words={words}
            text={fill(close ? words.closeMet : words.close, { times: CLOSE })}
          />
        </ol>
      </div>
    </div>
  );
}

interface GoalProps {
  readonly met: boolean;
  readonly words: Labels['score'];
  readonly text: string;
}

function Goal({ met, words, text }: GoalProps) {
  return (
    <li class={met ? 'goal met' : 'goal'}>
      <span aria-hidden="true">{met ? '✓' : '○'}</span>
      <span class="visually-hidden">{met ? words.met : words.unmet}</span> {text}
    </li>
  );
}

export function Weights({ model, labels }: Props) {
  const { units, parameters } = model.network.value;
  const activation = labels.activations[model.activation.value];
  const block = model.chosen.value;
  const places = block === BASE ? [] : model.rules.value.places(model.values.value, block);
  const isOwn = (unit: number) =>
    places.some((at) => Math.abs(-parameters[units + unit] / parameters[unit] - at) < 1e-9);
  const summary = fill(labels.weights.summary, {
    size: neuronsText(labels, units, model.activation.value),
  });
  return (
    <details class="by-hand-weights">
      <summary>{summary}</summary>
      <p>{fill(labels.weights.formula, { activation, c: trimmed(parameters[3 * units], 3) })}</p>
      <div class="table-box" tabIndex={0} role="region" aria-label={summary}>
        <table>
          <thead>
            <tr>
              {labels.weights.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: units }, (_, unit) => (
              <tr key={unit} class={isOwn(unit) ? 'own' : ''}>
                <td>{unit + 1}</td>
                <td>{trimmed(parameters[unit], 3)}</td>
                <td>{trimmed(parameters[units + unit], 3)}</td>
                <td>{trimmed(parameters[2 * units + unit], 3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
