// A small whole number, stepped by two buttons. Where the number is plain to see elsewhere (the
// neurons of a layer), it is left out.
import type { ComponentChildren } from 'preact';
import { plain } from './words.ts';

interface StepperProps {
  /** The name shown; `group` names the control for those who do not see where it stands. */
  readonly label: ComponentChildren;
  readonly group?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly less: string;
  readonly more: string;
  readonly hideValue?: boolean;
  readonly onStep: (value: number) => void;
}

export function Stepper(props: StepperProps) {
  const { label, group, value, min, max, less, more, hideValue, onStep } = props;
  return (
    <div class="control stepper" role="group" aria-label={group}>
      <span class="control-name">{label}</span>
      <button
        type="button"
        aria-label={less}
        aria-disabled={value <= min}
        onClick={() => value > min && onStep(value - 1)}
      >
        −
      </button>
      {!hideValue && <span class="stepper-value">{plain(value)}</span>}
      <button
        type="button"
        aria-label={more}
        aria-disabled={value >= max}
        onClick={() => value < max && onStep(value + 1)}
      >
        +
      </button>
    </div>
  );
}
