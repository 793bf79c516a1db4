// Curves by ear. Silent until asked, and stopped by the same button.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Heard } from './sound.ts';

export interface ListenProps {
  /** What will be heard: "Listen: target, then network". */
  readonly label: string;
  readonly stopLabel: string;
  readonly heard: () => Heard;
}

export function Listen({ label, stopLabel, heard }: ListenProps) {
  const playing = useSignal(false);
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => stop.current?.(), []);
  const toggle = async () => {
    if (playing.value) return stop.current?.();
    playing.value = true;
    const end = () => {
      playing.value = false;
    };
    try {
      const { play } = await import('./sound.ts');
      stop.current = play(heard(), end);
    } catch {
      // no sound to be had here
      end();
    }
  };
  return (
    <button type="button" onClick={toggle}>
      {playing.value ? stopLabel : label}
    </button>
  );
}
