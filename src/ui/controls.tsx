// The few kinds of control figures use. Each shows its name, its value, and what is wrong with it.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useFieldId } from './figure-id.ts';
import { halfWidth } from './half-width.ts';
import { fill, fixed, plain, type SharedWords } from './words.ts';

interface SliderProps {
  readonly label: ComponentChildren;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly digits?: number;
  /** The value in words, where the number alone does not say it. */
  readonly valueText?: string;
  readonly onInput: (value: number) => void;
}

export function Slider({ label, value, min, max, step, digits, valueText, onInput }: SliderProps) {
  const shown = valueText ?? (digits === undefined ? plain(value) : fixed(value, digits));
  return (
    <label class="control slider">
      <span class="control-name">{label}</span>
      <input
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={shown}
        onInput={(event) => onInput(event.currentTarget.valueAsNumber)}
      />
      <span class="control-value" aria-hidden="true">
        {shown}
      </span>
    </label>
  );
}

interface NumberFieldProps {
  readonly label: ComponentChildren;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  readonly digits?: number;
  readonly words: SharedWords['number'];
  readonly onInput: (value: number) => void;
}

/** With the signs of keyboards and pages, and a decimal comma. */
const numberIn = (text: string) => Number(halfWidth(text).replace(',', '.'));

/** A number that can be typed. What is typed stays as it is until it makes sense. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, min, max, whole = false, digits = 2, words, onInput } = props;
  const id = useFieldId();
  const draft = useSignal<string | undefined>(undefined);
  const fault = useSignal('');
  const input = useRef<HTMLInputElement>(null);
  // changed elsewhere (a drag, a link, a reset): what was typed before no longer says anything
  useEffect(() => {
    if (document.activeElement === input.current) return;
    draft.value = undefined;
    fault.value = '';
  }, [value]);
  const read = (text: string) => {
    draft.value = text;
    const number = numberIn(text);
    if (text.trim() === '') fault.value = words.empty;
    else if (Number.isNaN(number)) fault.value = fill(words.notNumber, { text: text.slice(0, 20) });
    else if (number < min || number > max) fault.value = fill(words.outOfRange, { min, max });
    else if (whole && !Number.isInteger(number)) fault.value = words.notWhole;
    else {
      fault.value = '';
      onInput(number);
    }
  };
  // what was out of range may have come into it: "from 2" once "to" has become 5
  useEffect(() => {
    if (fault.value) read(draft.value ?? '');
  }, [min, max]);
  // left as it was typed, all its digits too, as long as it is the number in use
  const settle = () => {
    if (fault.value === '' && numberIn(draft.value ?? '') !== value) draft.value = undefined;
  };
  const shown = whole ? String(value) : String(Number(value.toFixed(digits)));
  return (
    <span class="control number">
      <label class="control-name" for={id}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        value={draft.value ?? shown}
        aria-invalid={fault.value !== ''}
        aria-describedby={fault.value ? `${id}-fault` : undefined}
        onInput={(event) => read(event.currentTarget.value)}
        onBlur={settle}
      />
      {fault.value && (
        <span class="fault" id={`${id}-fault`} role="alert">
          {fault}
        </span>
      )}
    </span>
  );
}

interface ChoiceProps<Name extends string> {
  readonly label: string;
  readonly value: Name;
  readonly options: readonly { readonly value: Name; readonly label: string }[];
  readonly onChange: (value: Name) => void;
}

/** One of many: a menu. */
export function Menu<Name extends string>({ label, value, options, onChange }: ChoiceProps<Name>) {
  const choose = (text: string) => {
    const option = options.find((candidate) => candidate.value === text);
    if (option) onChange(option.value);
  };
  return (
    <label class="control menu">
      <span class="control-name">{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** One of a few: buttons side by side, of which one is down. */
export function Segments<Name extends string>(props: ChoiceProps<Name>) {
  const { label, value, options, onChange } = props;
  const group = useFieldId();
  return (
    // no fieldset: WebKit lays its legend above the row, whatever the style says
    <div class="control segments" role="radiogroup" aria-label={label}>
      <span class="control-name" aria-hidden="true">
        {label}
      </span>
      {options.map((option) => (
        <label key={option.value} class="segment">
          <input
            type="radio"
            name={group}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}

interface CheckProps {
  readonly label: ComponentChildren;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label class="control check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick: () => void;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
}

export function Button({ children, onClick, primary, disabled, pressed }: ButtonProps) {
  return (
    <button
      type="button"
      class={primary ? 'button primary' : 'button'}
      // "disabled" would take the focus away from a button that is busy with its own press
      aria-disabled={disabled || undefined}
      aria-pressed={pressed}
      onClick={disabled ? undefined : onClick}
    >
      {children}
    </button>
  );
}
