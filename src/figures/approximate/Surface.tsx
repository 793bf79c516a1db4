// Where a target is made by hand: over the part of the chart that is trained on, in pixels of the screen,
// so that what is a circle stays one.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { createScale } from '../../ui/scale.ts';
import type { Lab } from './lab-model.ts';
import { PANE_ROOM } from './lab-model.ts';
import type { LabLabels } from './lab-words.ts';
import { TargetSurface } from './target/TargetSurface.tsx';

interface Props {
  readonly model: Lab;
  readonly labels: LabLabels;
}

export function Surface({ model, labels }: Props) {
  const root = useRef<SVGSVGElement>(null);
  const size = useSignal<readonly [number, number]>([640, 320]);
  const { kind } = model.targeting.target.value;
  const handMade = kind === 'drawing' || kind === 'control';
  useEffect(() => {
    if (!root.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) size.value = [entry.contentRect.width, entry.contentRect.height];
    });
    observer.observe(root.current);
    return () => observer.disconnect();
  }, [handMade]);
  if (!handMade) return null;
  const { domain, range } = model.targeting.pane.value;
  const [width, height] = size.value;
  const scale = createScale({
    x: domain,
    y: range,
    width,
    height,
    left: 0,
    right: 0,
    top: 0,
    bottom: 0,
  });
  const edge = (PANE_ROOM / (1 + 2 * PANE_ROOM)) * 100;
  return (
    <svg
      ref={root}
      class="surface live-only"
      viewBox={`0 0 ${width} ${height}`}
      style={{ top: `${edge}%`, height: `${100 - 2 * edge}%` }}
    >
      <TargetSurface model={model.targeting} labels={labels.targeting} scale={scale} />
    </svg>
  );
}
