// The data of a plane figure as state the reader can change: choose a dataset, add, move, delete and
// relabel points, undo. Spread or nest the result in a figure's model. While a point is being
// dragged only `points` follows it; `settled` (for exact computations) and the link wait for the drop.
import { batch, computed, signal } from '@preact/signals';
import type { PlanePoint } from '../core/datasets.ts';
import { oneOf } from './link.ts';
import {
  type DataName,
  dataField,
  mostPoints,
  onGrid,
  ownData,
  type PlaneData,
  pointsOf,
} from './plane-data.ts';

/** Whether points can be edited, and then the class that a new one gets. */
export type EditMode = 'off' | 'A' | 'B';

/** What a figure with editable data puts in its link, beside its own fields. */
export const dataFields = { data: dataField, edit: oneOf<EditMode>(['off', 'A', 'B']) };

export type PointEditor = ReturnType<typeof createPointEditor>;

const undoSteps = 50;

export function createPointEditor(start: PlaneData = { name: 'article' }) {
  const data = signal(start);
  const edit = signal<EditMode>('off');
  const wanted = signal(0);
  const drag = signal<{ readonly index: number; readonly point: PlanePoint } | undefined>(
    undefined,
  );
  const past = signal<readonly PlaneData[]>([]);

  const settled = computed(() => pointsOf(data.value));
  const points = computed(() => {
    const held = drag.value;
    return held ? settled.value.map((p, i) => (i === held.index ? held.point : p)) : settled.value;
  });
  /** Index of the chosen point, −1 when there is none. */
  const chosen = computed(() => Math.min(wanted.value, points.value.length - 1));
  const dragging = computed(() => drag.value !== undefined);
  /** The data is what the figure started with. */
  const untouched = computed(() => data.value === start);
  const canUndo = computed(() => past.value.length > 0);
  const isFull = computed(() => settled.value.length >= mostPoints);

  const commit = (next: PlaneData) =>
    batch(() => {
      past.value = [...past.value.slice(-undoSteps + 1), data.value];
      data.value = next;
      drag.value = undefined;
    });
  const replace = (index: number, change: (point: PlanePoint) => PlanePoint) => {
    if (!(index in settled.value)) return;
    commit(ownData(settled.value.map((point, i) => (i === index ? change(point) : point))));
  };
  const moved = (point: PlanePoint, x: number, y: number): PlanePoint => {
    const place = onGrid(x, y);
    return place ? { ...point, x1: place[0], x2: place[1] } : point;
  };

  return {
    data,
    edit,
    settled,
    points,
    chosen,
    dragging,
    untouched,
    canUndo,
    isFull,
    setData(name: DataName) {
      const { own } = data.value;
      if (name === data.value.name) return;
      batch(() => {
        commit(name === 'own' ? ownData(own ?? settled.value) : { name, own });
        if (name === 'own' && edit.value === 'off') edit.value = 'A';
      });
    },
    setEdit(mode: EditMode) {
      edit.value = mode;
    },
    /** Chooses a point by index, going round at both ends. */
    choose(index: number) {
      const count = points.value.length;
      if (count > 0) wanted.value = (index + count) % count;
    },
    add(x: number, y: number) {
      const place = onGrid(x, y);
      if (!place || isFull.value) return;
      const label = edit.value === 'B' ? 'B' : 'A';
      commit(ownData([...settled.value, { x1: place[0], x2: place[1], label }]));
      wanted.value = settled.value.length - 1;
    },
    move(index: number, x: number, y: number) {
      replace(index, (point) => moved(point, x, y));
    },
    /** A drag on its way: seen in `points` only. */
    dragTo(index: number, x: number, y: number) {
      const point = settled.value[index];
      if (!point) return;
      const next = moved(point, x, y);
      const still = !drag.value && next.x1 === point.x1 && next.x2 === point.x2;
      if (!still) drag.value = { index, point: next };
    },
    drop() {
      const held = drag.value;
      if (held) replace(held.index, () => held.point);
    },
    giveUp() {
      drag.value = undefined;
    },
    relabel(index: number) {
      replace(index, (point) => ({ ...point, label: point.label === 'A' ? 'B' : 'A' }));
    },
    remove(index: number) {
      if (index in settled.value) commit(ownData(settled.value.filter((_, i) => i !== index)));
    },
    undo() {
      const before = past.value.at(-1);
      if (!before) return;
      batch(() => {
        past.value = past.value.slice(0, -1);
        data.value = before;
      });
    },
  };
}
