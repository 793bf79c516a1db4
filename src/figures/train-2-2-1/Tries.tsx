// What becomes of many random starts: a bar and the counts for each activation. Every count leads to
// a run that came out so.
import { type ReadonlySignal, useSignal } from '@preact/signals';
import type names from '../../../content/en/activations.json';
import type { Outcome } from '../../training/outcomes.ts';
import { Button, Segments } from '../../ui/controls.tsx';
import { useAlive } from '../../ui/use-alive.ts';
import { fill, type SharedWords } from '../../ui/words.ts';
import { startCounts, trialSteps } from './settings.ts';
import type { Row } from './tries.ts';
import type { Labels, Model } from './View.tsx';

interface Props {
  readonly model: Model;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly names: typeof names;
}

const shown = ['success', 'stuck', 'died', 'bornDead', 'diverged'] as const satisfies Outcome[];

export function Tries({ model, labels, shared, names }: Props) {
  const words = labels.tries;
  const rows = model.tries.rows.value;
  const alive = useAlive();
  return (
    <section class="tries" aria-label={words.title}>
      <h4 class="tries-title">{words.title}</h4>
      <Conditions model={model} labels={labels} shared={shared} />
      <div class="tries-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.activation}</th>
              {shown.map((outcome) => (
                <th key={outcome} scope="col" title={words.meaning[outcome]}>
                  <span class={`swatch of-${outcome}`} /> {words.outcome[outcome]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TriesRow
                key={row.activation}
                row={row}
                alive={alive}
                model={model}
                labels={labels}
                shared={shared}
                names={names}
              />
            ))}
          </tbody>
        </table>
      </div>
      <TriesControls model={model} labels={labels} />
      <ul class="meanings">
        {shown.map((outcome) => (
          <li key={outcome}>
            <span class={`swatch of-${outcome}`} />{' '}
            {fill(shared.lineNumber, {
              name: words.outcome[outcome],
              part: words.meaning[outcome],
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Conditions({ model, labels, shared }: Omit<Props, 'names'>) {
  const { optimiser, rate } = model.tries.conditions.value;
  const { own } = shared.data.names;
  const data = model.tries.live.value ? model.editor.data.value.name : 'article';
  return (
    <p class="hint">
      {fill(labels.tries.conditions, {
        starts: model.tries.rows.value[0]?.starts ?? 0,
        steps: trialSteps,
        optimiser: labels.optimisers[optimiser],
        rate,
        points: data === 'own' ? own : shared.data.names[data],
      })}{' '}
      <span class="live-only">{labels.tries.choose}</span>
    </p>
  );
}

interface RowProps extends Props {
  readonly row: Row;
  /** Counts become buttons once there is something to answer them. */
  readonly alive: ReadonlySignal<boolean>;
}

function TriesRow({ row, alive, model, labels, shared, names }: RowProps) {
  const { activation, counts, starts, first } = row;
  const name = names[activation];
  return (
    <tr>
      <th scope="row">
        {name}
        <span class="bar" aria-hidden="true">
          {shown.map((outcome) => (
            <span
              key={outcome}
              class={`of-${outcome}`}
              style={`width:${(100 * counts[outcome]) / starts}%`}
            />
          ))}
        </span>
      </th>
      {shown.map((outcome) => {
        const seed = first[outcome];
        return (
          <td key={outcome}>
            {seed === undefined || !alive.value ? (
              <span class="count">{counts[outcome]}</span>
            ) : (
              <button
                type="button"
                class="count"
                title={fill(labels.tries.visit, { seed })}
                onClick={() => model.visitTrial(activation, seed)}
              >
                {counts[outcome]}
                <span class="visually-hidden">
                  {' '}
                  {fill(shared.lineNumber, {
                    name: labels.tries.outcome[outcome],
                    part: fill(labels.tries.visit, { seed }),
                  })}
                </span>
              </button>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function TriesControls({ model, labels }: Pick<Props, 'model' | 'labels'>) {
  const words = labels.tries;
  const count = useSignal('100');
  const { state, rows } = model.tries;
  const pending = rows.value.reduce((sum, { counts }) => sum + counts.pending, 0);
  const total = rows.value.reduce((sum, { starts }) => sum + starts, 0);
  const busy = state.value === 'running';
  const halted = pending > 0 && state.value === 'waiting';
  return (
    <div class="controls live-only">
      <Segments
        label={words.starts}
        value={count.value}
        options={startCounts.map((value) => ({ value: String(value), label: String(value) }))}
        onChange={(next) => {
          count.value = next;
        }}
      />
      <Button disabled={busy} onClick={() => model.tries.count(Number(count.value))}>
        {words.run}
      </Button>
      {/* one button, which keeps the focus from one press to the next */}
      {(busy || halted) && (
        <Button onClick={busy ? model.tries.stop : model.tries.resume}>
          {busy ? words.stop : words.resume}
        </Button>
      )}
      {pending > 0 && <progress value={total - pending} max={total} aria-label={words.progress} />}
    </div>
  );
}
