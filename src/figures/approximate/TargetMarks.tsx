// What a target is known by and where it has none: the reader's own points, and the parts left out because a
// formula has no finite value there.
import { toUnit } from '../../core/approximation/samples.ts';
import { short } from '../../ui/scale.ts';
import { Sheet } from './Chart.tsx';
import { HEIGHT, windowOf } from './geometry.ts';
import type { Lab } from './lab-model.ts';

export function Holes({ model }: { readonly model: Lab }) {
  const { holes, samples } = model.targeting.sampled.value;
  if (holes.length === 0) return null;
  const scale = windowOf(model.problem.value);
  const d = holes.map((hole) => {
    const [left, right] = hole.map((x) => short(scale.x(toUnit(x, samples.domain))));
    return `M${left} 0H${right}V${HEIGHT}H${left}Z`;
  });
  return <path class="chart-beyond" d={d.join('')} />;
}

/** Strokes of no length, which round ends make into dots however the picture is stretched. */
export function DataPoints({ model }: { readonly model: Lab }) {
  const { target, samples } = model.targeting.sampled.value;
  if (target.kind !== 'data' || target.binned) return null;
  const scale = windowOf(model.drawn.value);
  const d = Array.from(
    samples.x,
    (x, i) => `M${short(scale.x(x))} ${short(scale.y(samples.y[i]))}h0`,
  );
  return (
    <Sheet class="chart-sheet" aria-hidden="true">
      <path class="data-points" d={d.join('')} />
    </Sheet>
  );
}
