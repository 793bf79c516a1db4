// The loss after each step so far, on a logarithmic scale.
import { AxisNames } from '../../ui/Plane.tsx';
import { createScale, path, short } from '../../ui/scale.ts';
import { fill, fixed } from '../../ui/words.ts';
import type { Labels, Model } from './View.tsx';

interface Props {
  readonly model: Model;
  readonly labels: Labels;
}

const [least, most] = [1e-4, 10];
const decades = [10, 1, 0.1, 0.01, 0.001];
const frame = { width: 400, height: 184, left: 44, right: 8, top: 24, bottom: 26 };
/** Steps on the axis at the least, so that the first steps do not race across. */
const shortest = 100;

const log = (loss: number) => Math.log10(Math.min(most, Math.max(least, loss)));

export function Loss({ model, labels }: Props) {
  const { losses, stride, step, loss } = model.run.value;
  const steps = Math.max(shortest, step);
  const scale = createScale({ ...frame, x: [0, steps], y: [log(least), log(most)] });
  const points = Array.from(losses, (value, i) => [i * stride, log(value)] as const);
  const end = [step, log(loss)] as const;
  const right = frame.width - frame.right;
  const floor = frame.height - frame.bottom;
  return (
    <svg
      class="loss"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={fill(labels.loss.alt, {
        step,
        first: fixed(losses[0] ?? loss, 3),
        last: fixed(loss, 3),
      })}
    >
      <rect
        class="plane-ground"
        x={frame.left}
        y={frame.top}
        width={right - frame.left}
        height={floor - frame.top}
      />
      {decades.map((value) => (
        <g key={value}>
          <path class="grid" d={`M${frame.left} ${short(scale.y(log(value)))}H${right}`} />
          <text x={frame.left - 6} y={short(scale.y(log(value)) + 4)} text-anchor="end">
            {String(value)}
          </text>
        </g>
      ))}
      <text x={frame.left} y={frame.height - 8} text-anchor="middle">
        0
      </text>
      <text x={right} y={frame.height - 8} text-anchor="end">
        {fill(labels.loss.steps, { steps })}
      </text>
      <path class="loss-line" d={path(scale, [...points, end])} />
      <circle class="loss-dot" cx={short(scale.x(step))} cy={short(scale.y(end[1]))} r="4" />
      <AxisNames frame={frame} y={labels.loss.name} />
    </svg>
  );
}
