// Whether the island is alive: false on the server and in the first render, so that what only works
// with JavaScript can be plain text until then.
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export function useAlive(): Signal<boolean> {
  const alive = useSignal(false);
  useEffect(() => {
    alive.value = true;
  }, []);
  return alive;
}
