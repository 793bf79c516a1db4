// One line and two classes: how many points it gets right, the best the reader has reached, and, only
// once points have settled, what no line can beat and the reason why.
import { computed, createModel, signal } from '@preact/signals';
import { bestLine } from '../../core/best-line.ts';
import type { PlanePoint } from '../../core/datasets.ts';
import { separate } from '../../core/separability.ts';
import { type Line, side } from '../../ui/line.ts';
import { lineField } from '../../ui/line-field.ts';
import { authored, flag } from '../../ui/link.ts';
import { coordinatesOf, type PlaneData } from '../../ui/plane-data.ts';
import { createPointEditor, dataFields } from '../../ui/point-editor.ts';

export interface Start {
  readonly line: Line;
  readonly data: PlaneData;
}

/** A line with something still to gain on the article's data. */
export const usualStart: Start = { line: [1, -0.6, 0.2], data: { name: 'article' } };

/** The start an author asks for in the tag; throws when it makes no sense. */
export function startFrom(tag: { line?: string | undefined; data?: string | undefined }): Start {
  return {
    line: authored(lineField, 'line', tag.line, usualStart.line),
    data: authored(dataFields.data, 'data', tag.data, usualStart.data),
  };
}

export const fields = {
  line: lineField,
  kept: lineField,
  best: flag,
  why: flag,
  ...dataFields,
};

export interface Score {
  readonly correct: number;
  /** The class that the arrow's side stands for: whichever gets more points right, B when equal. */
  readonly arrowSide: 'A' | 'B';
}

/** Counts points strictly on the right side, each side standing for the class that suits it. */
export function scoreOf(line: Line, points: readonly PlanePoint[]): Score {
  let asB = 0;
  let asA = 0;
  for (const { x1, x2, label } of points) {
    const sum = side(line, x1, x2);
    if (sum === 0) continue;
    if (sum > 0 === (label === 'B')) asB += 1;
    else asA += 1;
  }
  return asA > asB ? { correct: asA, arrowSide: 'A' } : { correct: asB, arrowSide: 'B' };
}

export const OneLineModel = createModel((start: Start = usualStart) => {
  const editor = createPointEditor(start.data);
  const line = signal(start.line);
  /** The best line the reader has drawn. */
  const kept = signal(start.line);
  const best = signal(false);
  const why = signal(false);

  const score = computed(() => scoreOf(line.value, editor.points.value));
  const reached = computed(() =>
    Math.max(score.value.correct, scoreOf(kept.value, editor.points.value).correct),
  );
  const marked = computed(() =>
    editor.points.value.map(({ x1, x2, label }) => {
      const sum = side(line.value, x1, x2);
      const belongs = label === score.value.arrowSide;
      return { x: x1, y: x2, label, sum, wrong: sum === 0 || sum > 0 !== belongs };
    }),
  );
  const classes = computed(() => ({
    a: coordinatesOf(editor.settled.value, 'A'),
    b: coordinatesOf(editor.settled.value, 'B'),
  }));
  /** The best any line can do. */
  const optimum = computed(() => bestLine(classes.value.a, classes.value.b));
  /** The widest strip, or the certificate that no line parts the classes. */
  const reason = computed(() => separate(classes.value.a, classes.value.b));
  /** For each point its exact share in the certificate, or whether it is on the strip's edge. */
  const shares = computed(() => {
    const answer = reason.value;
    if (answer.kind === 'empty' || editor.dragging.value) return [];
    const of = (label: 'A' | 'B', index: number) => {
      if (answer.kind === 'separable') {
        return answer[`support${label}`].includes(index) ? 'edge' : undefined;
      }
      return answer[`weights${label}`].find((entry) => entry.index === index)?.weight.toString();
    };
    const seen = { A: 0, B: 0 };
    return editor.settled.value.map(({ label }) => of(label, seen[label]++));
  });
  const atKept = computed(() => lineField.format(line.value) === lineField.format(kept.value));

  return {
    line,
    kept,
    best,
    why,
    editor,
    score,
    reached,
    marked,
    classes,
    optimum,
    reason,
    shares,
    atKept,
    setLine(next: Line) {
      line.value = next;
      const { settled } = editor;
      if (scoreOf(next, settled.value).correct > scoreOf(kept.value, settled.value).correct) {
        kept.value = next;
      }
    },
    backToKept() {
      line.value = kept.value;
    },
    showBest(shown: boolean) {
      best.value = shown;
    },
    showWhy(shown: boolean) {
      why.value = shown;
    },
  };
});
