// One number of a layer: plain text until the island is alive, then a field. What is typed stays as
// it is until it makes sense; meanwhile the last good number counts.
import { type Signal, useSignal } from '@preact/signals';
import type { EntryFault } from './entry.ts';

interface EntryProps {
  readonly text: string;
  readonly label: string;
  readonly alive: Signal<boolean>;
  /** Takes the text over, or says what is wrong with it. */
  readonly onText: (text: string) => EntryFault | undefined;
  /** The id of the element that says what is wrong. */
  readonly messageId: string;
  readonly onFault: (fault: EntryFault | undefined, text: string) => void;
}

export function Entry({ text, label, alive, onText, messageId, onFault }: EntryProps) {
  const draft = useSignal<string | undefined>(undefined);
  const wrong = useSignal(false);
  if (!alive.value) return <span class="entry">{text}</span>;
  const read = (typed: string) => {
    const fault = onText(typed);
    draft.value = typed;
    wrong.value = fault !== undefined;
    onFault(fault, typed);
  };
  const settle = () => {
    if (!wrong.value) draft.value = undefined;
  };
  return (
    <input
      class="entry"
      type="text"
      inputMode="text"
      autocomplete="off"
      aria-label={label}
      value={draft.value ?? text}
      aria-invalid={wrong.value}
      aria-describedby={wrong.value ? messageId : undefined}
      onInput={(event) => read(event.currentTarget.value)}
      onBlur={settle}
    />
  );
}
