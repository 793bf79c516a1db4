// The reader's target: the five ways to say it, and the last one that made sense as samples. Whatever
// is half typed, half read or wrong stays beside its fault and changes nothing else.
import { batch, computed, createModel, effect, signal } from '@preact/signals';
import type { Domain } from '../../../core/approximation/samples.ts';
import type { TargetName } from '../../../core/approximation/targets.ts';
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
import { isDomain, paneAround } from './pane.ts';
import { readData } from './read-data.ts';
import {
  type Compile,
  curveOf,
  type Fault,
  type Sampled,
  sampleFormula,
  sampleTarget,
  type Target,
  type TargetKind,
} from './target.ts';

export const FIRST_FORMULA = 'sin(2 pi x) + |x|/2';

export interface DataState {
  /** Lines read so far while a table is being read. */
  readonly reading?: number;
  readonly faults?: readonly Fault[];
  readonly count?: number;
  /** Rows without a value and columns after the second, both left out. */
  readonly missing?: number;
  readonly unused?: number;
}

export const TargetModel = createModel((start: Target = { kind: 'preset', name: 'sine' }) => {
  const target = signal<Target>(start);
  const panel = signal<TargetKind>(start.kind);
  const formula = signal(FIRST_FORMULA);
  const domain = signal<Domain>([-1, 1]);
  const parser = signal<{ readonly compile?: Compile; readonly failed: boolean }>({
    failed: false,
  });
  const selected = signal(0);
  /** A stroke or a drag is under way: what takes long had better wait. */
  const inHand = signal(false);
  const dataState = signal<DataState>({});

  const sampling = computed(() => {
    const now = target.value;
    if (now.kind !== 'formula') return sampleTarget(now);
    const { compile } = parser.value;
    return compile && sampleFormula(now, compile);
  });
  let last: Sampled | undefined;
  /** The latest target that made sense; undefined only before the first has. */
  const sampled = computed(() => {
    if (sampling.value?.ok) last = sampling.value.sampled;
    return last;
  });
  const draft = computed(
    (): Extract<Target, { kind: 'formula' }> => ({
      kind: 'formula',
      text: formula.value,
      domain: domain.value,
    }),
  );
  /** What is wrong with the formula as it stands in its field. */
  const formulaFault = computed(() => {
    const { compile, failed } = parser.value;
    if (failed) return { key: 'parserMissing', values: {} } satisfies Fault;
    const read = compile && sampleFormula(draft.value, compile);
    return read && !read.ok ? read.fault : undefined;
  });

  /** The last target of each kind, to come back to. */
  const kept = new Map<TargetKind, Target>();
  let reading: AbortController | undefined;
  let asked = false;

  const load = async () => {
    if (asked) return;
    asked = true;
    try {
      const { compileFormula } = await import('./formula.ts');
      batch(() => {
        parser.value = { compile: compileFormula, failed: false };
        if (panel.value === 'formula') useDraft();
      });
    } catch {
      asked = false;
      parser.value = { failed: true };
    }
  };
  const useDraft = () => {
    const { compile } = parser.value;
    if (compile && sampleFormula(draft.value, compile).ok) target.value = draft.value;
  };
  const useControl = (changed: Changed | undefined) => {
    if (!changed) return;
    target.value = { kind: 'control', ...changed.curve };
    selected.value = changed.index;
  };
  const control = (): ControlCurve | undefined =>
    target.value.kind === 'control' ? target.value : undefined;
  /** The present curve made over into a hand-made one. */
  const trace = (kind: 'drawing' | 'control'): Target | undefined => {
    const now = sampled.value;
    if (!now) return undefined;
    const pane = 'pane' in now.target ? now.target.pane : paneAround(now.samples.domain, now.range);
    const smooth = 'smooth' in now.target ? now.target.smooth : true;
    return kind === 'drawing'
      ? { kind, ...drawingOf(curveOf(now), pane, smooth) }
      : { kind, ...controlPointsOf(curveOf(now), pane, smooth) };
  };

  // a target from a link brings its own panel and fills its own field
  effect(() => {
    const now = target.value;
    kept.set(now.kind, now);
    panel.value = now.kind;
    if (now.kind !== 'formula') return;
    formula.value = now.text;
    domain.value = now.domain;
    void load();
  });

  return {
    target,
    panel,
    formula,
    domain,
    selected,
    inHand,
    dataState,
    sampled,
    formulaFault,
    choosePreset(name: TargetName) {
      target.value = { kind: 'preset', name };
    },
    /** Shows the controls of one way; the target changes as soon as that way has something to say. */
    open(kind: TargetKind) {
      const before = target.value.kind;
      panel.value = kind;
      if (kind === before) return;
      if (kind === 'formula') {
        useDraft();
        void load();
        return;
      }
      const handMade = kind === 'drawing' || kind === 'control';
      const other = before === 'drawing' || before === 'control';
      const next = handMade && (other || !kept.has(kind)) ? trace(kind) : kept.get(kind);
      if (next) target.value = next;
      selected.value = 0;
    },
    typeFormula(text: string) {
      formula.value = text;
      useDraft();
      void load();
    },
    setDomain(next: Domain) {
      if (!isDomain(next)) return;
      domain.value = next;
      useDraft();
    },
    draw(from: Place, to: Place) {
      const now = target.value;
      if (now.kind === 'drawing') target.value = { kind: 'drawing', ...stroke(now, from, to) };
    },
    /** A level line in the middle of the pane: an empty sheet. */
    flatten() {
      const now = target.value;
      if (now.kind !== 'drawing' && now.kind !== 'control') return;
      const middle = (now.pane.range[0] + now.pane.range[1]) / 2;
      const { pane, smooth } = now;
      target.value =
        now.kind === 'drawing'
          ? { kind: 'drawing', ...drawingOf(() => middle, pane, smooth) }
          : { kind: 'control', ...controlPointsOf(() => middle, pane, smooth) };
    },
    setSmooth(smooth: boolean) {
      const now = target.value;
      if (now.kind === 'drawing' || now.kind === 'control') target.value = { ...now, smooth };
    },
    movePoint(index: number, x: number, y: number) {
      const curve = control();
      if (curve) useControl({ curve: movePoint(curve, index, x, y), index });
    },
    addPoint(x: number, y: number) {
      const curve = control();
      if (curve) useControl(addPoint(curve, x, y));
    },
    addBeside(index: number) {
      const curve = control();
      if (curve) useControl(addBeside(curve, index));
    },
    deletePoint(index: number) {
      const curve = control();
      if (curve) useControl(deletePoint(curve, index));
    },
    select(index: number) {
      const count = control()?.points.length ?? 1;
      selected.value = Math.min(count - 1, Math.max(0, index));
    },
    setInHand(now: boolean) {
      inHand.value = now;
    },
    /** Reads a table; the target stays until the table has proved good. */
    async readTable(text: string) {
      reading?.abort();
      const mine = new AbortController();
      reading = mine;
      dataState.value = { reading: 0 };
      const read = await readData(
        text,
        (lines) => {
          dataState.value = { reading: lines };
        },
        mine.signal,
      );
      if (!read) return;
      batch(() => {
        if (!read.ok) {
          dataState.value = { faults: read.faults, count: read.count };
          return;
        }
        dataState.value = { missing: read.missing, unused: read.unused };
        target.value = { kind: 'data', ...read.data };
      });
    },
    clearData() {
      reading?.abort();
      dataState.value = {};
    },
  };
});
