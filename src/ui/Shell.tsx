// The anatomy every figure shares under its title: drawing, controls, readout, and a quiet row of
// actions (reset, copy link, full screen, data as a table).
import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { replaceAddress } from './address.ts';
import { FigureId } from './figure-id.ts';
import { Listen, type ListenProps } from './Listen.tsx';
import { type Table, TableView } from './TableView.tsx';
import type { FigureLink } from './use-link.ts';
import { fill, type SharedWords } from './words.ts';

export interface ShellProps {
  readonly id: string;
  readonly shared: SharedWords;
  readonly link: FigureLink;
  /** What changed, in a sentence; shown under the drawing, and read out when a change has settled. */
  readonly readout: ReadonlySignal<string>;
  readonly table: ReadonlySignal<Table>;
  /** Whether a training runs: what it comes to is read out when it rests, however long its pauses. */
  readonly running?: ReadonlySignal<boolean>;
  /** Curves that can be listened to. */
  readonly sound?: Omit<ListenProps, 'stopLabel'>;
  readonly controls?: ComponentChildren;
  /** What comes after the readout: a second part of the figure. */
  readonly after?: ComponentChildren;
  /** Called after the inputs are back at their start, for what is not an input (a running training). */
  readonly onReset?: () => void;
  readonly children: ComponentChildren;
}

/** Milliseconds of quiet before a change is read out, so that a drag is one sentence, not a hundred. */
const quiet = 700;
/** Then it is gone again: whoever reads the page through should not meet every readout twice. */
const lasting = 5000;

export function Shell({
  id,
  shared,
  link,
  readout,
  table,
  running,
  sound,
  controls,
  after,
  onReset,
  children,
}: ShellProps) {
  const root = useRef<HTMLDivElement>(null);
  const copied = useSignal('');
  const announced = useSignal('');
  /** What needs no saying: the last readout, once the figure has woken. */
  const known = useRef<string | undefined>(undefined);
  const full = useSignal(false);
  const restarts = useSignal(0);
  const tableOpen = useSignal(false);

  useSignalEffect(() => {
    const text = readout.value;
    if (running?.value || known.current === undefined || text === known.current) return;
    known.current = text;
    announced.value = '';
    const timers = [text, ''].map((said, i) =>
      setTimeout(
        () => {
          announced.value = said;
        },
        quiet + i * lasting,
      ),
    );
    return () => timers.forEach(clearTimeout);
  });
  useEffect(() => {
    // what a figure comes to by itself as it wakes is no news
    const timer = setTimeout(() => {
      known.current = readout.peek();
    }, quiet);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    const follow = () => {
      full.value = document.fullscreenElement?.contains(root.current) ?? false;
    };
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);

  const copy = async () => {
    const address = link.address();
    replaceAddress(address);
    try {
      await navigator.clipboard.writeText(address);
      copied.value = shared.copied;
    } catch {
      copied.value = shared.copyFailed;
    }
  };
  const toggleFullScreen = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else
      void root.current
        ?.closest('figure')
        ?.requestFullscreen?.()
        .catch(() => {});
  };
  const reset = () => {
    link.restart();
    restarts.value += 1;
    onReset?.();
  };

  return (
    <FigureId.Provider value={id}>
      <div class="shell" ref={root}>
        <div class="drawing">{children}</div>
        {/* made anew by a reset, so that no half-typed number outlives it */}
        {controls && (
          <div key={restarts.value} class="controls live-only">
            {controls}
          </div>
        )}
        <p class="readout">{readout}</p>
        <p class="visually-hidden" role="status">
          {announced}
        </p>
        {link.fault.value !== undefined && (
          <p class="fault" role="alert">
            {fill(shared.badLink, { reason: link.fault.value })}
          </p>
        )}
        {after}
        <div class="actions">
          <details
            class="table"
            onToggle={(event) => {
              tableOpen.value = event.currentTarget.open;
            }}
          >
            <summary>{shared.table}</summary>
            <TableView table={table} open={tableOpen} elsewhere={shared.tableElsewhere} />
          </details>
          <div class="action-buttons live-only">
            {sound && <Listen {...sound} stopLabel={shared.stopListening} />}
            <button type="button" onClick={reset}>
              {shared.reset}
            </button>
            <button type="button" onClick={copy}>
              {shared.copyLink}
            </button>
            <button type="button" onClick={toggleFullScreen}>
              {full.value ? shared.exitFullScreen : shared.fullScreen}
            </button>
            <span role="status" class="copied">
              {copied}
            </span>
          </div>
        </div>
      </div>
    </FigureId.Provider>
  );
}
