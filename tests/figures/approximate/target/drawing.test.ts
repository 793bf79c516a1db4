import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBeside,
  addPoint,
  type ControlCurve,
  controlledCurve,
  controlPointsOf,
  deletePoint,
  MOST_POINTS,
  movePoint,
  NEAREST,
} from '../../../../src/figures/approximate/target/control-points.ts';
import {
  COLUMNS,
  drawingOf,
  drawnCurve,
  stroke,
} from '../../../../src/figures/approximate/target/drawing.ts';
import {
  isDomain,
  paneAround,
  TOP_LEVEL,
} from '../../../../src/figures/approximate/target/pane.ts';

const pane = { domain: [-2, 6], range: [-1, 3] } as const;
const flat = drawingOf(() => 1, pane, false);
/** One level of this pane, in y. */
const LEVEL = 4 / TOP_LEVEL;

describe('a drawing', () => {
  it('of a curve follows it to a level at every column', () => {
    const curve = drawnCurve(drawingOf((x) => (x * x) / 12, pane, false));
    for (let column = 0; column < COLUMNS; column++) {
      const x = -2 + (8 * column) / (COLUMNS - 1);
      expect(Math.abs(curve(x) - (x * x) / 12)).toBeLessThan(LEVEL);
    }
  });

  it('joins over places where the curve has no value, and stays in its pane', () => {
    const curve = drawnCurve(drawingOf((x) => (x > 0 && x < 2 ? Number.NaN : 10 * x), pane, false));
    expect(curve(-2)).toBe(-1);
    expect(curve(6)).toBe(3);
    expect(drawingOf(() => Number.NaN, pane, false).levels).toHaveLength(COLUMNS);
  });

  it('is replaced under a stroke and nowhere else, in either direction', () => {
    for (const [from, to] of [
      [[0, 2] as const, [2, 3] as const],
      [[2, 3] as const, [0, 2] as const],
    ]) {
      const curve = drawnCurve(stroke(flat, from, to));
      expect(curve(-0.2)).toBe(1);
      expect(curve(2.2)).toBe(1);
      expect(Math.abs(curve(1) - 2.5)).toBeLessThan(0.05);
    }
  });

  it('takes a tap as a stroke of one column', () => {
    const { levels } = stroke(flat, [1, 3], [1, 3]);
    expect(levels.filter((level, i) => level !== flat.levels[i])).toEqual([TOP_LEVEL]);
  });

  it('takes strokes that leave the pane as far as its edges', () => {
    const { levels } = stroke(flat, [-50, 99], [50, 99]);
    expect(new Set(levels)).toEqual(new Set([TOP_LEVEL]));
    expect(stroke(flat, [Number.NaN, 0], [1, 1])).toBe(flat);
  });

  it('keeps its levels when smoothed, and keeps straight lines and ends as they are', () => {
    const line = { ...drawingOf((x) => x / 2, pane, false), smooth: true };
    const curve = drawnCurve(line);
    for (const x of [-2, -1.3, 0, 2.2, 6]) expect(Math.abs(curve(x) - x / 2)).toBeLessThan(LEVEL);
    const jagged = stroke(flat, [1, 3], [1, 3]);
    expect(drawnCurve({ ...jagged, smooth: true })(1)).toBeLessThan(1.6);
    expect(drawnCurve({ ...jagged, smooth: false })(1)).toBeGreaterThan(2.2);
  });

  it('of any strokes is whole levels within the pane', () => {
    const place = fc.tuple(fc.double(), fc.double());
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { maxLength: 6 }), (strokes) => {
        const drawing = strokes.reduce((now, [from, to]) => stroke(now, from, to), flat);
        expect(drawing.levels).toHaveLength(COLUMNS);
        const whole = (level: number) =>
          Number.isInteger(level) && level >= 0 && level <= TOP_LEVEL;
        expect(drawing.levels.every(whole)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);
});

describe('control points', () => {
  const curve = controlPointsOf((x) => x / 3, pane, false, 5);

  it('lie on the curve they are made of', () => {
    for (const x of [-2, 0, 2, 4, 6])
      expect(controlledCurve(curve)(x)).toBeCloseTo(Math.max(-1, x / 3), 3);
  });

  it('move no farther than their neighbours and the edges allow; the outer two stay on the edges', () => {
    const far = movePoint(curve, 2, 99, 99).points;
    expect(far[2]).toEqual({ x: far[3].x - NEAREST, y: TOP_LEVEL });
    expect(movePoint(curve, 0, 3, 0).points[0]).toEqual({ x: 0, y: 1000 });
    expect(movePoint(curve, 9, 0, 0)).toBe(curve);
    expect(movePoint(curve, 1, Number.NaN, 0)).toBe(curve);
  });

  it('are added where there is room, beside another one without changing a straight curve', () => {
    const added = addBeside(curve, 1);
    expect(added).toMatchObject({ index: 2, curve: { points: { length: 6 } } });
    const before = controlledCurve(curve);
    const after = controlledCurve(added?.curve ?? curve);
    for (const x of [-1, 0.4, 1, 1.7]) expect(Math.abs(after(x) - before(x))).toBeLessThan(LEVEL);
    expect(addBeside(curve, 4)?.index).toBe(4);
    expect(addPoint(curve, 0, 0)).toBeUndefined();
    expect(addPoint(curve, -9, 0)).toBeUndefined();
    expect(addPoint(curve, 1, 0)?.index).toBe(2);
  });

  it('are deleted one at a time, but for the outer two', () => {
    expect(deletePoint(curve, 2)).toMatchObject({ index: 1, curve: { points: { length: 4 } } });
    expect(deletePoint(curve, 0)).toBeUndefined();
    expect(deletePoint(curve, 4)).toBeUndefined();
    expect(
      deletePoint(
        controlPointsOf(() => 0, pane, true, 2),
        1,
      ),
    ).toBeUndefined();
  });

  it('stay in order, apart and few, whatever is done to them', () => {
    const index = fc.integer({ min: -1, max: MOST_POINTS + 1 });
    const step = fc.oneof(
      fc.record({ kind: fc.constant('move'), index, x: fc.double(), y: fc.double() }),
      fc.record({ kind: fc.constant('beside'), index }),
      fc.record({ kind: fc.constant('delete'), index }),
      fc.record({
        kind: fc.constant('add'),
        x: fc.double({ min: -3, max: 7 }),
        y: fc.double({ min: -3, max: 7 }),
      }),
    );
    const after = (
      now: ControlCurve,
      did: { kind: string; index?: number; x?: number; y?: number },
    ) => {
      const { kind, index: i = 0, x = 0, y = 0 } = did;
      if (kind === 'move') return movePoint(now, i, x, y);
      if (kind === 'beside') return addBeside(now, i)?.curve ?? now;
      if (kind === 'delete') return deletePoint(now, i)?.curve ?? now;
      return addPoint(now, x, y)?.curve ?? now;
    };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { points } = steps.reduce(after, curve);
        expect(points.length <= MOST_POINTS && points.length >= 2).toBe(true);
        expect([points[0].x, points.at(-1)?.x]).toEqual([0, TOP_LEVEL]);
        expect(points.every(({ x }, i) => i === 0 || x - points[i - 1].x >= NEAREST)).toBe(true);
        expect(points.every(({ y }) => Number.isInteger(y) && y >= 0 && y <= TOP_LEVEL)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

it('paneAround() leaves room above and below, also around a single value', () => {
  expect(paneAround([0, 1], [0, 8])).toEqual({ domain: [0, 1], range: [-1, 9] });
  expect(paneAround([0, 1], [0, 0]).range).toEqual([-1, 1]);
  expect(paneAround([0, 1], [5, 5]).range).toEqual([2.5, 7.5]);
  for (const [low, high] of [
    [1e120, 1e120],
    [-1e149, 1e149],
    [0, 5e-324],
    [1, 1 + 1e-15],
  ] as const)
    expect(isDomain(paneAround([0, 1], [low, high]).range)).toBe(true);
});
