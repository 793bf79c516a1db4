// Plays the hero: once by itself when it comes into view (never under reduced motion), and when
// asked. Anything the reader does to it stops it.
import { useEffect, useRef } from 'preact/hooks';
import { animate, reducedMotion } from '../../ui/animate.ts';
import type { Hero } from './model.ts';

/** Milliseconds: to fold the flat sheet, to lay it flat first, to rest there. */
const folding = 1600;
const unfolding = 750;
const rest = 250;

export function usePlay(model: Hero) {
  const svg = useRef<SVGSVGElement>(null);
  const halt = useRef<() => void>(() => {});
  const stop = () => {
    halt.current();
    model.setPlaying(false);
  };
  const run = (to: 0 | 1, milliseconds: number, then: () => void) => {
    model.setPlaying(true);
    halt.current = animate(model.fold.value, to, milliseconds, model.setFold, then);
  };
  const toggle = () => {
    const to = model.fold.value < 1 ? 1 : 0;
    if (model.playing.value) stop();
    else if (reducedMotion()) model.setFold(to);
    else run(to, to ? folding * (1 - model.fold.value) : unfolding, stop);
  };

  useEffect(() => {
    if (reducedMotion() || !svg.current) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watch.disconnect();
        run(0, unfolding, () => {
          const timer = setTimeout(() => run(1, folding, stop), rest);
          halt.current = () => clearTimeout(timer);
        });
      },
      { threshold: 0.6 },
    );
    watch.observe(svg.current);
    return () => {
      watch.disconnect();
      stop();
    };
  }, []);

  return { svg, stop, toggle };
}
