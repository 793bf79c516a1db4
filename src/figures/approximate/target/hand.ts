// What a hand does to a curve: strokes, and points moved, added and deleted.
import { type Signal, signal } from '@preact/signals';
import {
  addBeside,
  addPoint,
  type Changed,
  type ControlCurve,
  controlPointsOf,
  deletePoint,
  movePoint,
} from './control-points.ts';
import { drawingOf, type Place, stroke } from './drawing.ts';
import { paneAround } from './pane.ts';
import { curveOf, type Sampled, type Target } from './target.ts';

/** Part of the target model. Actions mean nothing while the target is not hand-made. */
export function createHand(target: Signal<Target>) {
  const chosen = signal(0);
  /** A stroke or a drag is under way: what takes long had better wait. */
  const busy = signal(false);

  const take = (changed: Changed | undefined) => {
    if (!changed) return;
    target.value = { kind: 'control', ...changed.curve };
    chosen.value = changed.index;
  };
  const control = (): ControlCurve | undefined =>
    target.value.kind === 'control' ? target.value : undefined;

  return {
    chosen,
    busy,
    setBusy(now: boolean) {
      busy.value = now;
    },
    /** The pen goes through these places; one of them alone is a dot. */
    draw(places: readonly Place[]) {
      const now = target.value;
      if (now.kind !== 'drawing' || places.length === 0) return;
      const through = places.length > 1 ? places : [places[0], places[0]];
      let drawing = stroke(now, through[0], through[1]);
      for (let i = 2; i < through.length; i++)
        drawing = stroke(drawing, through[i - 1], through[i]);
      target.value = { kind: 'drawing', ...drawing };
    },
    /** A level line in the middle of the pane: an empty sheet. */
    flatten() {
      const now = target.value;
      if (now.kind !== 'drawing' && now.kind !== 'control') return;
      const [low, high] = now.pane.range;
      target.value = handMade(now.kind, () => (low + high) / 2, now);
      chosen.value = 0;
    },
    setSmooth(smooth: boolean) {
      const now = target.value;
      if (now.kind === 'drawing' || now.kind === 'control') target.value = { ...now, smooth };
    },
    move(index: number, x: number, y: number) {
      const curve = control();
      if (curve?.points[index]) take({ curve: movePoint(curve, index, x, y), index });
    },
    add(x: number, y: number) {
      const curve = control();
      if (curve) take(addPoint(curve, x, y));
    },
    addBeside(index: number) {
      const curve = control();
      if (curve) take(addBeside(curve, index));
    },
    remove(index: number) {
      const curve = control();
      if (curve) take(deletePoint(curve, index));
    },
    /** Chooses a point to act on by key; beyond the last is the last. */
    choose(index: number) {
      const count = control()?.points.length ?? 1;
      chosen.value = Math.min(count - 1, Math.max(0, index));
    },
  };
}

function handMade(
  kind: 'drawing' | 'control',
  curve: (x: number) => number,
  { pane, smooth }: Pick<ControlCurve, 'pane' | 'smooth'>,
): Target {
  return kind === 'drawing'
    ? { kind, ...drawingOf(curve, pane, smooth) }
    : { kind, ...controlPointsOf(curve, pane, smooth) };
}

/** Any target's curve made over into a hand-made one. */
export function traced(kind: 'drawing' | 'control', sampled: Sampled): Target {
  const { target, samples, range } = sampled;
  const own = target.kind === 'drawing' || target.kind === 'control' ? target : undefined;
  const pane = own?.pane ?? paneAround(samples.domain, range);
  return handMade(kind, curveOf(sampled), { pane, smooth: own?.smooth ?? true });
}
