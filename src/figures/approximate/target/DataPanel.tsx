// The field for a table: typed, pasted, dropped or chosen as a file. What is wrong is told by line.
import type labelsFile from '../../../../content/en/figures/approximate-target.json';
import { useFieldId } from '../../../ui/figure-id.ts';
import { fill } from '../../../ui/words.ts';
import type { TargetModel } from './model.ts';

interface Props {
  readonly model: InstanceType<typeof TargetModel>;
  readonly labels: (typeof labelsFile)['data'];
}

/** A table larger than this, in characters, goes past the field: browsers are slow to show it. */
const LARGE = 20_000;

export function DataPanel({ model, labels }: Props) {
  const { text, read, readFile } = model.data;
  const id = useFieldId();
  const take = (event: Event, transfer: DataTransfer | null) => {
    const file = transfer?.files[0];
    const pasted = transfer?.getData('text/plain') ?? '';
    if (file) void readFile(file);
    else if (event.type === 'drop' || pasted.length > LARGE) void read(pasted);
    else return;
    event.preventDefault();
  };
  return (
    <section
      class="data-field"
      aria-label={labels.label}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => take(event, event.dataTransfer)}
    >
      <label class="control-name" for={id}>
        {labels.label}
      </label>
      <textarea
        id={id}
        rows={5}
        spellcheck={false}
        autocomplete="off"
        placeholder={labels.placeholder}
        value={text.value}
        aria-describedby={`${id}-note`}
        onInput={(event) => void read(event.currentTarget.value)}
        onPaste={(event) => take(event, event.clipboardData)}
      />
      <label class="button file-button">
        {labels.choose}
        <input
          type="file"
          accept=".csv,.tsv,.txt,.dat,text/*"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) void readFile(file);
            // so that the same file can be chosen again after it was mended
            event.currentTarget.value = '';
          }}
        />
      </label>
      <div class="target-note" id={`${id}-note`} role="status">
        <DataNote model={model} labels={labels} />
      </div>
    </section>
  );
}

function DataNote({ model, labels }: Props) {
  const { reading, faults, count = 0, missing = 0, unused = 0 } = model.data.state.value;
  const target = model.target.value;
  const templates: Readonly<Record<string, string>> = labels.faults;
  if (reading !== undefined) return <>{fill(labels.reading, { lines: reading })}</>;
  if (faults) {
    return (
      <>
        <ul class="fault">
          {faults.map(({ key, values }, i) => (
            <li key={i}>{fill(templates[key], values)}</li>
          ))}
          {count > faults.length && <li>{fill(labels.more, { count: count - faults.length })}</li>}
        </ul>
        {labels.kept}
      </>
    );
  }
  if (target.kind !== 'data') return <>{labels.help}</>;
  const { rows, binned, x } = target;
  const said = [
    fill(binned ? labels.binned : labels.rows, { rows, points: x.length }),
    ...(missing > 0 ? [fill(labels.missing, { count: missing })] : []),
    ...(unused > 0 ? [fill(labels.unused, { count: unused })] : []),
  ];
  return <>{said.join(' ')}</>;
}
