// The worst error over the number of pieces, under its two bounds.
import { CountMark } from '../../ui/curves/CountMark.tsx';
import {
  createLogScale,
  doublings,
  LogPlane,
  logPath,
  powerOf,
  powers,
} from '../../ui/curves/LogPlane.tsx';
import { errorPhrase } from '../../ui/errors.ts';
import { short } from '../../ui/scale.ts';
import { fill } from '../../ui/words.ts';
import { MOST_PIECES } from './model.ts';
import type { PartProps } from './words.ts';

const chart = createLogScale({ x: [-0.08, 1.88], y: [-4, 1.2] });
const ticks = { x: doublings(MOST_PIECES), y: powers(chart.yDomain) };

export function Errors({ id, model, labels, targets }: PartProps) {
  const readings = model.readings.value;
  const { pieces, worst } = model.here.value;
  const last = readings[readings.length - 1];
  const alt = fill(labels.alt.errors, {
    target: targets[model.target.value] ?? '',
    first: errorPhrase(labels.below, readings[0].worst),
    last: errorPhrase(labels.below, last.worst),
  });
  const bounded = readings.flatMap((reading) =>
    reading.bound === undefined ? [] : [[reading.pieces, reading.bound] as const],
  );
  // beside its line, where that is above the other
  const named = bounded.find(([, bound]) => bound < 6);
  return (
    <LogPlane
      id={`${id}-errors`}
      scale={chart}
      alt={alt}
      xTicks={ticks.x}
      yTicks={ticks.y}
      xLabel={labels.axes.pieces}
      yLabel={labels.axes.error}
      onPick={model.setPieces}
      over={
        <>
          <text
            class="halo"
            x={short(chart.x(chart.xDomain[1]) - 6)}
            y={short(chart.y(powerOf(last.modulus, chart)) - 38)}
            text-anchor="end"
          >
            {labels.modulus}
          </text>
          {named && (
            <text
              class="halo"
              x={short(chart.x(Math.log10(named[0])) + 9)}
              y={short(chart.y(powerOf(named[1], chart)))}
            >
              {labels.bound}
            </text>
          )}
          <CountMark
            scale={chart}
            count={pieces}
            least={1}
            most={MOST_PIECES}
            value={worst}
            label={labels.handle}
            valueText={fill(labels.handleValue, {
              pieces,
              worst: errorPhrase(labels.below, worst),
            })}
            onMove={model.setPieces}
          />
        </>
      }
    >
      <path
        class="fit-line bound"
        d={logPath(
          chart,
          readings.map((r) => [r.pieces, r.modulus]),
        )}
      />
      <path class="fit-line bound" d={logPath(chart, bounded)} />
      <path
        class="fit-line fit"
        d={logPath(
          chart,
          readings.map((r) => [r.pieces, r.worst]),
        )}
      />
    </LogPlane>
  );
}
