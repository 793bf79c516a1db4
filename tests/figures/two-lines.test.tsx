import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import labels from '../../content/en/figures/two-lines.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import { fields, startFrom, TwoLinesModel } from '../../src/figures/two-lines/model.ts';
import View from '../../src/figures/two-lines/View.tsx';
import type { Line } from '../../src/ui/line.ts';
import { readLink } from '../../src/ui/link.ts';
import plane from '../fixtures/plane.json' with { type: 'json' };

describe('TwoLinesModel', () => {
  it('starts with the article’s two lines, which part its classes', () => {
    const model = new TwoLinesModel();
    const start = plane.lines.map(({ w, b }) => [...w, b]);
    expect([model.line1.value, model.line2.value]).toEqual(start);
    expect(model.astray.value).toBe(0);
    expect(model.regions.value.map(({ countA, countB }) => [countA, countB])).toEqual([
      [24, 0],
      [0, 12],
      [0, 12],
      [0, 0],
    ]);
  });

  it('every point lies in one region, and the fewest possible are astray', () => {
    const model = new TwoLinesModel();
    const number = fc.double({ min: -2, max: 2, noNaN: true });
    const line = fc.tuple(number, number, number).map((l): Line => l);
    fc.assert(
      fc.property(line, line, (first, second) => {
        model.setLine1(first);
        model.setLine2(second);
        const regions = model.regions.value;
        expect(regions.reduce((sum, r) => sum + r.countA, 0)).toBe(24);
        expect(regions.reduce((sum, r) => sum + r.countB, 0)).toBe(24);
        const fewest = regions.reduce((sum, r) => sum + Math.min(r.countA, r.countB), 0);
        expect(model.astray.value).toBe(fewest);
      }),
    );
  });

  it('two lines in one place part no more than one line', () => {
    const model = new TwoLinesModel();
    model.setLine2(model.line1.value);
    expect(model.astray.value).toBe(48 - plane.facts.bestSingleLine.correct);
    expect(model.regions.value.filter(({ outline }) => outline.length > 0)).toHaveLength(2);
  });

  it('takes any points', () => {
    const model = new TwoLinesModel();
    model.editor.setData('own');
    while (model.editor.points.value.length > 0) model.editor.remove(0);
    expect(model.astray.value).toBe(0);
    expect(model.regions.value.every(({ holds }) => holds === undefined)).toBe(true);
  });
});

describe('View', () => {
  it('is drawn at build with the lines that part the classes', async () => {
    const html = render(<View id="two-lines" labels={labels} shared={site.figure} />);
    expect(html).toContain(labels.parted);
    await expect(html.replaceAll('><', '>\n<')).toMatchFileSnapshot('__snapshots__/two-lines.html');
  });

  it.each(['', 'A0,0', 'B0,0,0,0', 'A0,0B0,0'])('draws the points "%s"', (data) => {
    const start = startFrom({ data });
    const html = render(<View id="two-lines" labels={labels} shared={site.figure} start={start} />);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });
});

it.each(['line1=0,0,1', 'line2=1,1', 'data=A1', 'edit=1', 'line=1,1,1'])('refuses %s', (part) => {
  expect(readLink('two-lines', fields, `two-lines~${part}`)).toEqual({ kind: 'fault', part });
});
