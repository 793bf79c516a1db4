// The function and its slope over the frame drawn at build, and the cursor with its tangent.
import type { ComponentChildren } from 'preact';
import { Handle } from '../../ui/Handle.tsx';
import { AxisNames } from '../../ui/Plane.tsx';
import { short } from '../../ui/scale.ts';
import { fill, trimmed } from '../../ui/words.ts';
import { curve } from './curve.ts';
import { Breaks, Limits, Names, Tangent } from './Marks.tsx';
import { digits, type Parts } from './View.tsx';
import { reach, scale } from './window.ts';

const samples = 120;

interface GraphProps extends Parts {
  readonly id: string;
  readonly children?: ComponentChildren;
}

export function Graph({ model, labels, nameOf, id, children }: GraphProps) {
  const { width, height, left, right, top, bottom } = scale.frame;
  const entry = model.entry.value;
  const { value, slope } = model.reading.value;
  const z = model.z.value;
  const numbers = {
    z: trimmed(z, 2),
    value: trimmed(value, digits),
    slope: trimmed(slope, digits),
  };
  const name = nameOf(model.activation.value);
  const clip = `${id}-clip`;
  const [low, high] = scale.yDomain;
  return (
    <div class="graph">
      {children}
      <svg
        class="overlay"
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={fill(labels.alt, { ...numbers, name, reach })}
      >
        <clipPath id={clip}>
          <rect x={left} y={top} width={width - left - right} height={height - top - bottom} />
        </clipPath>
        <g clip-path={`url(#${clip})`}>
          <Limits {...entry} />
          <path class="slope-curve" d={curve(entry, scale, samples, true)} />
          <path class="value-curve" d={curve(entry, scale, samples)} />
          <Tangent z={z} value={value} slope={slope} />
          <path class="cursor" d={`M${short(scale.x(z))} ${top}V${height - bottom}`} />
          <circle class="value-dot" r="5" cx={short(scale.x(z))} cy={short(scale.y(value))} />
          <circle class="slope-dot" r="4.5" cx={short(scale.x(z))} cy={short(scale.y(slope))} />
        </g>
        <Breaks entry={entry} />
        <AxisNames frame={scale.frame} x="z" />
        <Names entry={entry} name={name} slopeName={labels.curves.slope} />
        <Handle
          scale={scale}
          at={[z, Math.max(low, Math.min(high, value))]}
          label={labels.cursor}
          valueText={fill(labels.cursorValue, numbers)}
          onMove={([next]) => model.setZ(next)}
        />
      </svg>
    </div>
  );
}
