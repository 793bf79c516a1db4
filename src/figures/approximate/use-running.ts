// What a live figure of this kind does when it appears: wakes its search for the optimum, rests while
// nobody looks, and holds still for those who asked for less motion.
import { useEffect, useRef } from 'preact/hooks';
import { watchPresence } from '../../training/presence.ts';
import { reducedMotion } from '../../ui/animate.ts';
import type { Approximation } from './model.ts';

export function useRunning(model: Approximation) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    model.best.wake();
    if (reducedMotion()) model.hold();
    return root.current ? watchPresence(root.current, model.look) : undefined;
  }, []);
  return root;
}
