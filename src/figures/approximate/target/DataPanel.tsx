// The field for a table: typed, pasted, dropped or chosen as a file. What is wrong is told by line.
import { useEffect } from 'preact/hooks';
import type labelsFile from '../../../../content/en/figures/approximate-target.json';
import { useFieldId } from '../../../ui/figure-id.ts';
import { counted } from '../../../ui/powers.ts';
import { fill } from '../../../ui/words.ts';
import type { TargetModel } from './model.ts';
import type { Fault } from './target.ts';

/** What spreadsheets write where it is not Unicode. */
const olderEncoding = () =>
  document.documentElement.lang.startsWith('zh') ? 'gb18030' : 'windows-1252';

interface Props {
  readonly model: InstanceType<typeof TargetModel>;
  readonly labels: typeof labelsFile;
}

/** A table larger than this, in characters, goes past the field: browsers are slow to show it. */
const LARGE = 20_000;

export function DataPanel({ model, labels: { data: labels, kept } }: Props) {
  const { text, read, readFile } = model.data;
  const id = useFieldId();
  const takeFile = (file: File | undefined) => {
    if (file) void readFile(file, olderEncoding());
    return file !== undefined;
  };
  const take = (event: Event, transfer: DataTransfer | null) => {
    const pasted = transfer?.getData('text/plain') ?? '';
    if (takeFile(transfer?.files[0])) event.preventDefault();
    else if (pasted.length > (event.type === 'drop' ? 0 : LARGE)) {
      void read(pasted);
      event.preventDefault();
    }
  };
  // a file that misses the field would take the page's place in the window
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!event.defaultPrevented && takeFile(event.dataTransfer?.files[0])) event.preventDefault();
    };
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
    };
  }, []);
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
            takeFile(event.currentTarget.files?.[0]);
            // so that the same file can be chosen again after it was mended
            event.currentTarget.value = '';
          }}
        />
      </label>
      <div class="target-note" id={`${id}-note`} role="status">
        <DataNote model={model} labels={labels} kept={kept} />
      </div>
    </section>
  );
}

/** Counts and line numbers as they are read. */
const apart = (values: Fault['values']) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? counted(value) : value,
    ]),
  );

interface NoteProps {
  readonly model: Props['model'];
  readonly labels: Props['labels']['data'];
  readonly kept: string;
}

function DataNote({ model, labels, kept }: NoteProps) {
  const { reading, faults, count = 0, ...read } = model.data.state.value;
  const { missing = 0, unused = 0, taken, since } = read;
  const target = model.target.value;
  const templates: Readonly<Record<string, string>> = labels.faults;
  if (reading !== undefined) return <>{fill(labels.reading, { lines: counted(reading) })}</>;
  if (faults) {
    return (
      <>
        <ul class="fault">
          {faults.map(({ key, values }, i) => (
            <li key={i}>{fill(templates[key], apart(values))}</li>
          ))}
          {count > faults.length && (
            <li>{fill(labels.more, { count: counted(count - faults.length) })}</li>
          )}
        </ul>
        {kept}
      </>
    );
  }
  if (target.kind !== 'data') return <>{labels.help}</>;
  const { rows, binned, x } = target;
  const whole = binned ? labels.binned : x.length < rows ? labels.averaged : labels.rows;
  const said = [
    fill(whole, { rows: counted(rows), points: counted(x.length) }),
    ...(taken ? [fill(labels.taken, { ...taken })] : []),
    ...(since ? [fill(labels.since, { date: since })] : []),
    ...(missing > 0 ? [fill(labels.missing, { count: counted(missing) })] : []),
    ...(unused > 0 ? [fill(labels.unused, { count: unused })] : []),
  ];
  return <>{said.join(' ')}</>;
}
