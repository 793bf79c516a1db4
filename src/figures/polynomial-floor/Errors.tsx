// The error over the width, and the ground below the floor of the degree.
import { CountMark } from '../../ui/curves/CountMark.tsx';
import {
  createLogScale,
  doublings,
  LogPlane,
  logPath,
  powerOf,
  powers,
} from '../../ui/curves/LogPlane.tsx';
import { errorText } from '../../ui/errors.ts';
import { short } from '../../ui/scale.ts';
import { fill, fixed } from '../../ui/words.ts';
import { stops, WIDEST } from './model.ts';
import { formulas, type PartProps } from './words.ts';

const chart = createLogScale({ x: [-0.1, 2.8], y: [-5.6, 0.6] });
const ticks = { x: doublings(WIDEST), y: powers(chart.yDomain) };

export function Errors({ id, model, labels, targets }: PartProps) {
  const { rms } = model.fit.value;
  const width = model.width.value;
  const floor = model.floor.value;
  const reached = model.reached.value;
  const degree = model.degree.value;
  const relus = model.relus.value;
  const y = chart.y(powerOf(floor, chart));
  const { left, right, height, width: whole } = chart.frame;
  const alt = fill(labels.alt.errors, {
    target: targets[model.target.value] ?? '',
    activation: formulas[model.activation.value],
    floor: fixed(floor, 3),
    degree,
    relu: errorText(relus[relus.length - 1][1]),
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
        <CountMark
          scale={chart}
          count={width}
          least={1}
          most={WIDEST}
          share={0.02}
          value={reached}
          label={labels.handle}
          valueText={fill(labels.handleValue, { width, reached: fixed(reached, 6) })}
          onMove={model.setWidth}
        />
      }
    >
      <path class="floor-ground" d={`M${left} ${short(y)}H${whole - right}V${height}H${left}Z`} />
      <path class="fit-line other" d={logPath(chart, relus)} />
      <path
        class="fit-line fit"
        d={logPath(
          chart,
          [...stops].map((count) => [count, rms[count]] as const),
        )}
      />
    </LogPlane>
  );
}
