// Controls beside a curve made by hand, by strokes or by points.
import type labelsFile from '../../../../content/en/figures/approximate-target.json';
import { Button, Check } from '../../../ui/controls.tsx';
import { fill } from '../../../ui/words.ts';
import { MOST_POINTS } from './control-points.ts';
import type { TargetModel } from './model.ts';

interface Props {
  readonly model: InstanceType<typeof TargetModel>;
  readonly labels: typeof labelsFile;
}

export function HandPanel({ model, labels }: Props) {
  const target = model.target.value;
  if (target.kind !== 'drawing' && target.kind !== 'control') return null;
  return (
    <>
      <Check
        label={labels.drawing.smooth}
        checked={target.smooth}
        onChange={model.hand.setSmooth}
      />
      {target.kind === 'control' && (
        <PointButtons model={model} labels={labels.control} count={target.points.length} />
      )}
      <Button onClick={model.hand.flatten}>{labels.drawing.flatten}</Button>
      <p class="target-note">{labels[target.kind].help}</p>
    </>
  );
}

interface PointButtonsProps {
  readonly model: Props['model'];
  readonly labels: (typeof labelsFile)['control'];
  readonly count: number;
}

function PointButtons({ model, labels, count }: PointButtonsProps) {
  const { chosen, addBeside, remove } = model.hand;
  const index = chosen.value;
  return (
    <>
      <Button disabled={count >= MOST_POINTS} onClick={() => addBeside(index)}>
        {labels.add}
      </Button>
      <Button disabled={index === 0 || index === count - 1} onClick={() => remove(index)}>
        {fill(labels.delete, { number: index + 1 })}
      </Button>
    </>
  );
}
