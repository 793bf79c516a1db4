// The target and the networks of the width that was picked.
import { networkPath, targetPath } from '../../ui/curves/paths.ts';
import { presetScale } from '../../ui/curves/presets.ts';
import { Plane } from '../../ui/Plane.tsx';
import { fill } from '../../ui/words.ts';
import type { Labels, Model, Names } from './words.ts';

interface Props {
  readonly id: string;
  readonly model: Model;
  readonly labels: Labels;
  readonly names: Names;
}

type Words = Labels['networks'];

const sizes = { width: 420, height: 432, left: 38 };

function altOf(best: unknown, trained: unknown, { alt, altBest, altTrained, altTarget }: Words) {
  if (trained) return best ? alt : altTrained;
  return best ? altBest : altTarget;
}

export function Networks({ id, model, labels, names }: Props) {
  const preset = model.preset.value;
  const scale = presetScale(preset, sizes);
  const width = model.width.value;
  const best = model.bestParameters.value;
  const trained = model.parameters.value;
  const { networks } = labels;
  const name = names[model.activation.value];
  return (
    <Plane
      id={`${id}-networks`}
      scale={scale}
      alt={fill(altOf(best, trained, networks), { width, name })}
      xLabel="x"
      yLabel={fill(networks.name, { width })}
    >
      <path class="fit-line target" d={targetPath(preset, scale)} />
      <path class="fit-line optimum" d={best ? networkPath('relu', best, preset, scale) : ''} />
      <path
        class="fit-line fit"
        d={trained ? networkPath(model.activation.value, trained, preset, scale) : ''}
      />
    </Plane>
  );
}
