// The layer over the chart on which a hand-made target is made; it draws no curve itself. The scale is
// in the reader's units and spans the target's pane.
import { useEffect } from 'preact/hooks';
import type labelsFile from '../../../../content/en/figures/approximate-target.json';
import type { Scale } from '../../../ui/scale.ts';
import { ControlPoints } from './ControlPoints.tsx';
import { DrawingSheet } from './DrawingSheet.tsx';
import type { TargetModel } from './model.ts';

interface Props {
  readonly model: InstanceType<typeof TargetModel>;
  readonly labels: typeof labelsFile;
  readonly scale: Scale;
}

export function TargetSurface({ model, labels, scale }: Props) {
  const target = model.target.value;
  // a sheet that goes in the middle of a stroke never sees the pen lifted
  useEffect(() => () => model.hand.setBusy(false), [target.kind]);
  if (target.kind === 'drawing') return <DrawingSheet hand={model.hand} scale={scale} />;
  if (target.kind !== 'control') return null;
  return <ControlPoints hand={model.hand} labels={labels.control} scale={scale} curve={target} />;
}
