import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import labels from '../../content/en/figures/hero.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import { separate } from '../../src/core/separability.ts';
import { heroOf } from '../../src/figures/hero/model.ts';
import View from '../../src/figures/hero/View.tsx';
import plane from '../fixtures/plane.json' with { type: 'json' };

const hundredths = (points: readonly (readonly number[])[]) =>
  points.map((point) => point.map((value) => Math.round(value * 100)).join(',')).join(' ');
const data = { a: hundredths(plane.A), b: hundredths(plane.B) };

/** The classes in the hidden plane for an activation of this slope below 0, by the textbook formula. */
function images(points: readonly (readonly number[])[], slope: number) {
  return points.map((point) =>
    plane.lines.map(({ w, b }) => {
      const z = w[0] * point[0] + w[1] * point[1] + b;
      return z > 0 ? z : slope * z;
    }),
  );
}

/** The picture folded so far, which a fold between 0 and 1 always has. */
function folded(fold: number) {
  const hero = heroOf(data)(fold);
  if (!hero) throw new Error(`no picture folded to ${fold}`);
  return hero;
}

describe('heroOf()', () => {
  it('ends folded, with the stored gap of ReLU', () => {
    const { stage, drawing } = folded(1);
    expect(stage).toBe('level');
    expect(drawing.slope).toBe(0);
    expect(drawing.strip?.gap).toBeCloseTo(plane.facts.hullGapInHiddenSpace.relu, 4);
  });

  it('has no line when flat', () => {
    const { stage, drawing } = folded(0);
    expect(drawing.slope).toBe(1);
    expect(drawing.strip).toBeUndefined();
    expect(stage).toBe('flat');
  });

  it.each([0.1, 0.3, 0.4, 0.45, 0.5, 0.6, 0.8])(
    'shows a line exactly when one exists, folded to %d',
    (fold) => {
      const { slope, strip } = folded(fold).drawing;
      const exact = separate(images(plane.A, slope), images(plane.B, slope), 'double');
      expect(strip?.gap ?? 0).toBeCloseTo(exact.kind === 'separable' ? exact.gap : 0, 9);
    },
  );

  it('ignores a fold that is not between flat and folded', () => {
    for (const value of [Number.NaN, -1, 2]) expect(heroOf(data)(value)).toBeUndefined();
  });

  it('draws every point of both classes, within the frame', () => {
    for (const fold of [0, 0.3, 0.7, 1]) {
      const { pointsA, pointsB } = folded(fold).drawing;
      for (const d of [pointsA, pointsB]) {
        const numbers = d.slice(1).split(/[L ]/).map(Number);
        expect(numbers).toHaveLength(48);
        expect(Math.min(...numbers)).toBeGreaterThan(0);
        expect(Math.max(...numbers.filter((_, i) => i % 2 === 0))).toBeLessThan(500);
        expect(Math.max(...numbers.filter((_, i) => i % 2 === 1))).toBeLessThan(400);
      }
    }
  });
});

it('is drawn whole on the server', async () => {
  const html = render(
    <View labels={labels} data={data} shared={site.figure} table="data/#hidden-bend" />,
  );
  await expect(html.replaceAll('><', '>\n<')).toMatchFileSnapshot('__snapshots__/hero.html');
});
