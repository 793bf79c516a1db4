// The error over the steps of gradient descent, in both coordinate systems.
import { CountMark } from '../../ui/curves/CountMark.tsx';
import { createLogScale, LogPlane, logPath, powerOf, powers } from '../../ui/curves/LogPlane.tsx';
import { errorPhrase } from '../../ui/errors.ts';
import { short } from '../../ui/scale.ts';
import { fill } from '../../ui/words.ts';
import { MOST_STEPS, STEP_DECADES, WITHIN } from './model.ts';
import { largeText, type PartProps } from './words.ts';

const steps = createLogScale({ x: [-0.15, STEP_DECADES + 0.15], y: [-3.5, 0.5] });
const stepTicks = { x: powers([0, STEP_DECADES], 3), y: powers(steps.yDomain) };

export function Descents({ id, model, labels, targets }: PartProps) {
  const { relus, hats } = model.curves.value;
  const errors = model.errors.value;
  const count = model.steps.value;
  const least = short(steps.y(powerOf(model.least.value, steps)));
  const { left, right, width } = steps.frame;
  const needed = model.needed.value;
  const words = {
    steps: largeText(count),
    relus: errorPhrase(labels.below, errors.relus),
    hats: errorPhrase(labels.below, errors.hats),
  };
  return (
    <LogPlane
      id={`${id}-descents`}
      scale={steps}
      alt={fill(labels.alt.descents, {
        target: targets[model.target.value] ?? '',
        within: 100 * WITHIN,
        relus: largeText(needed.relus),
        hats: largeText(needed.hats),
      })}
      xTicks={stepTicks.x}
      yTicks={stepTicks.y}
      xLabel={labels.axes.steps}
      yLabel={labels.axes.error}
      onPick={model.setSteps}
      over={
        <CountMark
          scale={steps}
          count={count}
          least={1}
          most={MOST_STEPS}
          share={0.1}
          value={errors.relus}
          label={labels.stepsHandle}
          valueText={fill(labels.stepsValue, words)}
          onMove={model.setSteps}
        />
      }
    >
      <path class="fit-line bound" d={`M${left} ${least}H${width - right}`} />
      <path class="fit-line fit" d={logPath(steps, relus)} />
      <path class="fit-line other" d={logPath(steps, hats)} />
    </LogPlane>
  );
}
