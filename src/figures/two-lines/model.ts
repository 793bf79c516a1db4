// Two lines, each meant for one hidden unit, and the up to four regions they cut the plane into: which
// class each region holds, and how many points lie in a region of the other class.
import { computed, createModel, signal } from '@preact/signals';
import { articleLines } from '../../core/datasets.ts';
import { areaOf, clipped, type Line, type Place, side, squareOf } from '../../ui/line.ts';
import { lineField } from '../../ui/line-field.ts';
import { authored } from '../../ui/link.ts';
import type { PlaneData } from '../../ui/plane-data.ts';
import { createPointEditor, dataFields } from '../../ui/point-editor.ts';
import { planeDomain } from '../../ui/scale.ts';

export interface Start {
  readonly line1: Line;
  readonly line2: Line;
  readonly data: PlaneData;
}

const [line1, line2] = articleLines.map(({ w, b }): Line => [w[0], w[1], b]);

/** The lines between which the article's class A was drawn. */
export const usualStart: Start = { line1, line2, data: { name: 'article' } };

/** The start an author asks for in the tag; throws when it makes no sense. */
export function startFrom(tag: {
  line1?: string | undefined;
  line2?: string | undefined;
  data?: string | undefined;
}): Start {
  return {
    line1: authored(lineField, 'line1', tag.line1, usualStart.line1),
    line2: authored(lineField, 'line2', tag.line2, usualStart.line2),
    data: authored(dataFields.data, 'data', tag.data, usualStart.data),
  };
}

export const fields = { line1: lineField, line2: lineField, ...dataFields };

export interface Region {
  /** Whether n₁ and n₂ are positive there. */
  readonly positive1: boolean;
  readonly positive2: boolean;
  /** Its part in the window; empty when there is none. */
  readonly outline: readonly Place[];
  readonly countA: number;
  readonly countB: number;
  /** The class of most of its points, A when equal; undefined where there are none. */
  readonly holds: 'A' | 'B' | undefined;
}

/** Half the side of the square that is cut into regions: the window. */
const extent = planeDomain[1];
/** A region of less area cannot be seen, and may be nothing but rounding. */
const sliver = 1e-6;

export const TwoLinesModel = createModel((start: Start = usualStart) => {
  const editor = createPointEditor(start.data);
  const line1 = signal(start.line1);
  const line2 = signal(start.line2);

  /** Every point with its two sums; zero counts as not positive. */
  const placed = computed(() =>
    editor.points.value.map(({ x1, x2, label }) => {
      const n1 = side(line1.value, x1, x2);
      const n2 = side(line2.value, x1, x2);
      return { x: x1, y: x2, label, n1, n2 };
    }),
  );
  const regions = computed(() =>
    [false, true].flatMap((positive1) =>
      [false, true].map((positive2): Region => {
        const inside = placed.value.filter(
          ({ n1, n2 }) => n1 > 0 === positive1 && n2 > 0 === positive2,
        );
        const countA = inside.filter(({ label }) => label === 'A').length;
        const countB = inside.length - countA;
        const half = clipped(squareOf(extent), line1.value, positive1 ? 1 : -1);
        const outline = clipped(half, line2.value, positive2 ? 1 : -1);
        return {
          positive1,
          positive2,
          outline: areaOf(outline) > sliver ? outline : [],
          countA,
          countB,
          holds: inside.length === 0 ? undefined : countA >= countB ? 'A' : 'B',
        };
      }),
    ),
  );
  const marked = computed(() =>
    placed.value.map((point) => {
      const region = regions.value[(point.n1 > 0 ? 2 : 0) + (point.n2 > 0 ? 1 : 0)];
      return { ...point, region, wrong: region.holds !== point.label };
    }),
  );
  /** The points whose region holds the other class. */
  const astray = computed(() => marked.value.filter(({ wrong }) => wrong).length);

  return {
    line1,
    line2,
    editor,
    regions,
    marked,
    astray,
    setLine1(next: Line) {
      line1.value = next;
    },
    setLine2(next: Line) {
      line2.value = next;
    },
  };
});
