// A function out of the list, with what it teaches.
import type labelsFile from '../../../../content/en/figures/approximate-target.json';
import { type TargetName, targets } from '../../../core/approximation/targets.ts';
import { Menu } from '../../../ui/controls.tsx';
import type { TargetModel } from './model.ts';

interface Props {
  readonly model: InstanceType<typeof TargetModel>;
  readonly labels: (typeof labelsFile)['preset'];
}

const names = Object.keys(targets) as readonly TargetName[];

export function PresetPanel({ model, labels }: Props) {
  const { target } = model.sampled.value;
  if (target.kind !== 'preset') return null;
  const options = names.map((value) => ({ value, label: labels.functions[value].name }));
  return (
    <>
      <Menu
        label={labels.label}
        value={target.name}
        options={options}
        onChange={model.choosePreset}
      />
      <p class="target-note">{labels.functions[target.name].lesson}</p>
    </>
  );
}
