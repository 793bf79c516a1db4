// The errors of both over the width.
import { CountMark } from '../../ui/curves/CountMark.tsx';
import { createLogScale, doublings, LogPlane, logPath, powers } from '../../ui/curves/LogPlane.tsx';
import { errorText } from '../../ui/errors.ts';
import { short } from '../../ui/scale.ts';
import { fill } from '../../ui/words.ts';
import { WIDEST } from './model.ts';
import type { PartProps } from './words.ts';

const chart = createLogScale({ x: [-0.08, 1.88], y: [-4.6, -0.3] });
const ticks = { x: doublings(WIDEST), y: powers(chart.yDomain) };

export function Errors({ id, model, labels }: PartProps) {
  const width = model.width.value;
  const { even, free } = model.here.value;
  const last = WIDEST - 1;
  const alt = fill(labels.alt.errors, {
    first: errorText(model.even.value[0][1]),
    even: errorText(model.even.value[last][1]),
    free: errorText(model.free.value[last][1]),
  });
  return (
    <LogPlane
      id={`${id}-errors`}
      scale={chart}
      alt={alt}
      xTicks={ticks.x}
      yTicks={ticks.y}
      xLabel={labels.axes.width}
      yLabel={labels.axes.error}
      onPick={model.setWidth}
      over={
        <>
          <LineName at={model.even.value[last - 1]} text={labels.odd} dy={-48} />
          <LineName at={model.even.value[last]} text={labels.evenNumber} dy={20} />
          <CountMark
            scale={chart}
            count={width}
            least={1}
            most={WIDEST}
            value={even}
            label={labels.handle}
            valueText={fill(labels.handleValue, {
              width,
              even: errorText(even),
              free: errorText(free),
            })}
            onMove={model.setWidth}
          />
        </>
      }
    >
      <path
        class="fit-line fit"
        d={logPath(
          chart,
          model.even.value.filter(([count]) => count % 2 === 0),
        )}
      />
      <path
        class="fit-line fit"
        d={logPath(
          chart,
          model.even.value.filter(([count]) => count % 2 === 1),
        )}
      />
      <path class="fit-line optimum" d={logPath(chart, model.free.value)} />
    </LogPlane>
  );
}

interface NameProps {
  readonly at: readonly [number, number];
  readonly text: string;
  readonly dy: number;
}

/** What is written at the right end of a line. */
function LineName({ at: [, error], text, dy }: NameProps) {
  return (
    <text
      class="halo of-fit"
      x={short(chart.x(chart.xDomain[1]) - 5)}
      y={short(chart.y(Math.log10(error)) + dy)}
      text-anchor="end"
    >
      {text}
    </text>
  );
}
