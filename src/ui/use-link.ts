// Keeps a figure and the address fragment in step: restores a shared link, and writes the state
// back (without a history entry) a moment after the reader has changed something.
import { batch, effect, type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { replaceAddress } from './address.ts';
import { type Fields, readLink, type ValuesOf, writeLink } from './link.ts';

export type Inputs<F extends Fields> = { readonly [K in keyof F]: Signal<ValuesOf<F>[K]> };

export interface FigureLink {
  /** The part of a link that could not be read, if any. */
  readonly fault: Signal<string | undefined>;
  /** The whole address of the figure as it stands. */
  readonly address: () => string;
  /** Puts every input back to where it started. */
  readonly restart: () => void;
}

/**
 * Milliseconds from a change to the new fragment, and between two while a run goes on: whoever leaves or
 * reloads meanwhile finds it again. Browsers limit how often it may change (address.ts).
 */
const settle = 400;

export function useLink<F extends Fields>(id: string, fields: F, inputs: Inputs<F>): FigureLink {
  const fault = useSignal<string | undefined>(undefined);
  const names = Object.keys(fields);
  const now = () =>
    Object.fromEntries(names.map((name) => [name, inputs[name]?.value])) as ValuesOf<F>;
  const start = useRef<ValuesOf<F>>();
  start.current ??= now();

  const assign = (values: Partial<ValuesOf<F>>) =>
    batch(() => {
      for (const [name, value] of Object.entries(values)) {
        const input = inputs[name] as Signal<unknown> | undefined;
        if (input) input.value = value;
      }
    });
  const fragment = () => writeLink(id, fields, start.current as ValuesOf<F>, now());

  useEffect(() => {
    /** Of a link that was followed, as it was then: by now the address may have been written anew. */
    const restore = (followed?: HashChangeEvent) => {
      const reading = readLink(
        id,
        fields,
        followed ? new URL(followed.newURL).hash : location.hash,
      );
      fault.value = reading.kind === 'fault' ? reading.part : undefined;
      if (reading.kind === 'other') return;
      if (start.current) assign(start.current);
      if (reading.kind === 'state') assign(reading.values);
    };
    restore();
    addEventListener('hashchange', restore);

    let timer: ReturnType<typeof setTimeout> | undefined;
    let written = fragment();
    const write = () => {
      timer = undefined;
      const next = fragment();
      // changed, and changed back
      if (next === written) return;
      written = next;
      fault.value = undefined;
      replaceAddress(`#${next}`);
    };
    const stop = effect(() => {
      now();
      timer ??= setTimeout(write, settle);
    });
    return () => {
      removeEventListener('hashchange', restore);
      clearTimeout(timer);
      stop();
    };
  }, []);

  return {
    fault,
    address: () => `${location.href.split('#')[0]}#${fragment()}`,
    restart: () => {
      assign(start.current as ValuesOf<F>);
      if (fault.value === undefined) return;
      fault.value = undefined;
      replaceAddress(`#${id}`);
    },
  };
}
