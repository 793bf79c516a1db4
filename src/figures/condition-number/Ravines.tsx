// The condition number over the width, in both coordinate systems.
import { CountMark } from '../../ui/curves/CountMark.tsx';
import { createLogScale, doublings, LogPlane, logPath, powers } from '../../ui/curves/LogPlane.tsx';
import { short } from '../../ui/scale.ts';
import { fill } from '../../ui/words.ts';
import { WIDEST } from './model.ts';
import { largeText, type PartProps } from './words.ts';

const widths = createLogScale({ x: [-0.08, 1.88], y: [-0.9, 9] });
const widthTicks = { x: doublings(WIDEST), y: powers(widths.yDomain) };

export function Ravines({ id, model, labels, conditions }: PartProps) {
  const { relus, hats } = conditions;
  const width = model.width.value;
  const condition = model.relus.value.condition;
  const place = [...relus.entries()].map(([i, value]) => [i + 1, value] as const);
  const hatPlace = [...hats.entries()].map(([i, value]) => [i + 1, value] as const);
  const words = { width, relus: largeText(condition), hats: largeText(model.hats.value.condition) };
  return (
    <LogPlane
      id={`${id}-ravines`}
      scale={widths}
      alt={fill(labels.alt.ravines, words)}
      xTicks={widthTicks.x}
      yTicks={widthTicks.y}
      xLabel={labels.axes.width}
      yLabel={labels.axes.condition}
      onPick={model.setWidth}
      over={
        <>
          <text
            class="halo of-other"
            x={short(widths.x(Math.log10(width)) + (width > 16 ? -10 : 10))}
            y={short(widths.y(0.6) - 14)}
            text-anchor={width > 16 ? 'end' : 'start'}
          >
            {words.hats}
          </text>
          <text
            class="halo of-fit"
            x={short(widths.x(Math.log10(width)) + (width > 16 ? -14 : 14))}
            y={short(widths.y(Math.log10(condition)) - (width > 16 ? 12 : -22))}
            text-anchor={width > 16 ? 'end' : 'start'}
          >
            {words.relus}
          </text>
          <CountMark
            scale={widths}
            count={width}
            least={1}
            most={WIDEST}
            value={condition}
            label={labels.widthHandle}
            valueText={fill(labels.widthValue, words)}
            onMove={model.setWidth}
          />
        </>
      }
    >
      <path class="fit-line fit" d={logPath(widths, place)} />
      <path class="fit-line other" d={logPath(widths, hatPlace)} />
    </LogPlane>
  );
}
