// The field for a formula: what is wrong is marked at its place, and Enter goes there.
import { useRef } from 'preact/hooks';
import type labelsFile from '../../../../content/en/figures/approximate-target.json';
import type { Domain } from '../../../core/approximation/samples.ts';
import { NumberField } from '../../../ui/controls.tsx';
import { useFieldId } from '../../../ui/figure-id.ts';
import { fill, plain, type SharedWords } from '../../../ui/words.ts';
import type { TargetModel } from './model.ts';
import type { Fault } from './target.ts';

interface Props {
  readonly model: InstanceType<typeof TargetModel>;
  readonly labels: typeof labelsFile;
  readonly words: SharedWords['number'];
}

/** Ends of the interval that can be typed, and the least distance between them. */
const FARTHEST = 1e6;
const NARROWEST = 0.001;
const HOLES_NAMED = 3;

export function FormulaPanel({ model, labels: { formula: labels, kept }, words }: Props) {
  const { text, domain, fault, type, setDomain } = model.formula;
  const field = useRef<HTMLInputElement>(null);
  const id = useFieldId();
  const wrong = fault.value;
  const [left, right] = domain.value;
  const goThere = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || wrong?.from === undefined) return;
    field.current?.setSelectionRange(wrong.from, wrong.to ?? wrong.from);
  };
  return (
    <>
      <span class="control formula-field">
        <label class="control-name" for={id}>
          {labels.label}
        </label>
        <input
          id={id}
          ref={field}
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={text.value}
          aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-note`}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={goThere}
        />
      </span>
      <NumberField
        label={labels.from}
        value={left}
        min={-FARTHEST}
        max={rounded(right - NARROWEST)}
        digits={6}
        words={words}
        onInput={(value) => setDomain([value, right])}
      />
      <NumberField
        label={labels.to}
        value={right}
        min={rounded(left + NARROWEST)}
        max={FARTHEST}
        digits={6}
        words={words}
        onInput={(value) => setDomain([left, value])}
      />
      <div class="target-note" id={`${id}-note`} role="status">
        {wrong ? (
          <>
            <FormulaFault text={text.value} fault={wrong} templates={labels.faults} />
            {kept}
          </>
        ) : (
          <Holes model={model} labels={labels} />
        )}
      </div>
    </>
  );
}

function rounded(value: number): number {
  return Number(value.toFixed(6));
}

interface FaultProps {
  readonly text: string;
  readonly fault: Fault;
  readonly templates: Readonly<Record<string, string>>;
}

function FormulaFault({ text, fault: { key, values, from, to = 0 }, templates }: FaultProps) {
  return (
    <>
      <span class="fault">{fill(templates[key], values)}</span>
      {from !== undefined && (
        <code class="formula-echo" aria-hidden="true">
          {text.slice(0, from)}
          <mark>{text.slice(from, to) || '\u00a0'}</mark>
          {text.slice(to)}
        </code>
      )}
    </>
  );
}

interface HolesProps {
  readonly model: Props['model'];
  readonly labels: Props['labels']['formula'];
}

function Holes({ model, labels }: HolesProps) {
  const { target, holes } = model.sampled.value;
  if (target.kind !== 'formula' || holes.length === 0) return <>{labels.help}</>;
  const named = holes
    .slice(0, HOLES_NAMED)
    .map((hole) => placeOf(hole, target.domain, labels.hole));
  const places = named.join(', ');
  const count = holes.length - named.length;
  return (
    <>{fill(labels.holes, { places: count > 0 ? fill(labels.more, { places, count }) : places })}</>
  );
}

/** A hole in words, to a thousandth of the interval. */
function placeOf([from, to]: Domain, [left, right]: Domain, template: string): string {
  const digits = Math.max(0, Math.min(12, 3 - Math.floor(Math.log10(right - left))));
  const say = (value: number) => plain(Number(value.toFixed(digits)) || 0);
  return fill(template, { from: say(from), to: say(to) });
}
