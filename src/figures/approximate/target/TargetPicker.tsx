// How the reader says what is to be imitated: five ways, one at a time.
import type labelsFile from '../../../../content/en/figures/approximate-target.json';
import { Segments } from '../../../ui/controls.tsx';
import type { SharedWords } from '../../../ui/words.ts';
import { DataPanel } from './DataPanel.tsx';
import { FormulaPanel } from './FormulaPanel.tsx';
import { HandPanel } from './HandPanel.tsx';
import type { TargetModel } from './model.ts';
import { PresetPanel } from './PresetPanel.tsx';
import type { TargetKind } from './target.ts';

interface Props {
  readonly model: InstanceType<typeof TargetModel>;
  readonly labels: typeof labelsFile;
  readonly shared: SharedWords;
}

const kinds: readonly TargetKind[] = ['preset', 'formula', 'drawing', 'control', 'data'];

export function TargetPicker({ model, labels, shared }: Props) {
  return (
    <div class="target-picker">
      <Segments
        label={labels.kind}
        value={model.panel.value}
        options={kinds.map((value) => ({ value, label: labels.kinds[value] }))}
        onChange={model.open}
      />
      <div class="target-panel">
        <Panel model={model} labels={labels} shared={shared} />
      </div>
    </div>
  );
}

function Panel({ model, labels, shared }: Props) {
  const panel = model.panel.value;
  switch (panel) {
    case 'preset':
      return <PresetPanel model={model} labels={labels.preset} />;
    case 'formula':
      return <FormulaPanel model={model} labels={labels} words={shared.number} />;
    case 'drawing':
    case 'control':
      return <HandPanel model={model} labels={labels} />;
    case 'data':
      return <DataPanel model={model} labels={labels} />;
    default:
      return panel satisfies never;
  }
}
