import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import labels from '../../content/en/figures/one-line.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import { bestLine } from '../../src/core/best-line.ts';
import { Rational } from '../../src/core/rational.ts';
import {
  fields,
  OneLineModel,
  scoreOf,
  startFrom,
  usualStart,
} from '../../src/figures/one-line/model.ts';
import View from '../../src/figures/one-line/View.tsx';
import type { Line } from '../../src/ui/line.ts';
import { readLink } from '../../src/ui/link.ts';
import { dataField, ownData } from '../../src/ui/plane-data.ts';
import plane from '../fixtures/plane.json' with { type: 'json' };

const draw = (data: string) =>
  render(
    <View
      id="one-line"
      labels={labels}
      shared={site.figure}
      start={startFrom({ line: undefined, data })}
    />,
  );

describe('OneLineModel', () => {
  it('starts with something to gain', () => {
    const model = new OneLineModel();
    expect(model.score.value.correct).toBeLessThan(plane.facts.bestSingleLine.correct);
    expect(model.reached.value).toBe(model.score.value.correct);
  });

  it('knows the stored optimum and the stored certificate', () => {
    const model = new OneLineModel();
    expect(model.optimum.value.correct).toBe(plane.facts.bestSingleLine.correct);
    const reason = model.reason.value;
    expect(reason.kind).toBe('inseparable');
    if (reason.kind !== 'inseparable') return;
    const { segmentA, segmentB, point } = plane.facts.certificate;
    const { a, b } = model.classes.value;
    expect(reason.weightsA.map(({ index }) => a[index])).toEqual(segmentA);
    expect(reason.weightsB.map(({ index }) => b[index])).toEqual(segmentB);
    // stored to eleven decimals
    reason.point.forEach((value, j) => {
      expect(value).toBeCloseTo(point[j], 10);
    });
  });

  it('gives the share of each point in the certificate exactly; each class adds up to one', () => {
    const model = new OneLineModel();
    const sums = { A: Rational.zero, B: Rational.zero };
    model.shares.value.forEach((share, i) => {
      if (share === undefined) return;
      const [n, d] = share.split('/');
      const { label } = model.editor.settled.value[i];
      sums[label] = sums[label].add(Rational.of(BigInt(n), BigInt(d)));
    });
    expect([sums.A.toString(), sums.B.toString()]).toEqual(['1', '1']);
  });

  it('the exact optimum scores, as a line of the figure, what it promises', () => {
    const model = new OneLineModel();
    const { normal, offset, correct } = model.optimum.value;
    model.setLine([normal[0], normal[1], offset]);
    expect(model.score.value.correct).toBe(correct);
    expect(model.reached.value).toBe(correct);
  });

  it('no line scores more than the optimum, and a line and its reverse score the same', () => {
    const { points } = new OneLineModel().editor;
    const number = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(number, number, number, (w1, w2, b) => {
        const line: Line = [w1, w2, b];
        const { correct } = scoreOf(line, points.value);
        expect(correct).toBeLessThanOrEqual(plane.facts.bestSingleLine.correct);
        expect(scoreOf([-w1, -w2, -b], points.value).correct).toBe(correct);
      }),
    );
  });

  it('remembers the best line drawn, and can go back to it', () => {
    const model = new OneLineModel();
    model.setLine([1.6, 1.2, -1.2]);
    const high = model.score.value.correct;
    model.setLine([0, 1, 5]);
    expect(model.score.value.correct).toBeLessThan(high);
    expect(model.reached.value).toBe(high);
    expect(model.atKept.value).toBe(false);
    model.backToKept();
    expect(model.score.value.correct).toBe(high);
    expect(model.atKept.value).toBe(true);
  });

  it('marks exactly the points that are not counted', () => {
    const model = new OneLineModel();
    const wrong = model.marked.value.filter((point) => point.wrong).length;
    expect(wrong).toBe(48 - model.score.value.correct);
  });

  it('finds the widest strip once the points can be parted', () => {
    const model = new OneLineModel({ ...usualStart, data: ownData([]) });
    model.editor.add(-1, 0);
    model.editor.setEdit('B');
    model.editor.add(1, 0);
    const reason = model.reason.value;
    expect(reason.kind === 'separable' && reason.gap).toBe(2);
    expect(model.optimum.value.correct).toBe(2);
    expect(model.shares.value).toEqual(['edge', 'edge']);
  });

  it('follows the core on any edited points, a drag included', () => {
    const model = new OneLineModel();
    model.editor.dragTo(0, 1.9, 1.9);
    expect(model.marked.value[0].x).toBe(1.9);
    expect(model.classes.value.a[0]).toEqual(plane.A[0]);
    model.editor.drop();
    const moved = [[1.9, 1.9], ...plane.A.slice(1)];
    expect(model.optimum.value.correct).toBe(bestLine(moved, plane.B).correct);
  });
});

describe('View', () => {
  it('is drawn at build with the best line and the reason, for pages without script', async () => {
    const html = render(<View id="one-line" labels={labels} shared={site.figure} />);
    expect(html).toContain('No line gets more than 36.');
    expect(html).toContain('best: 36 of 48');
    await expect(html.replaceAll('><', '>\n<')).toMatchFileSnapshot('__snapshots__/one-line.html');
  });

  it.each([
    ['no points', ''],
    ['one class only', 'A0,0,50,50'],
    ['one point of each class at one place', 'A0,0B0,0'],
    ['a point of A between two of B', 'A0,0B-100,0,100,0'],
    ['a point of A among three of B', 'A0,0B-100,-100,100,-100,0,100'],
    ['all in line', 'A-100,0,0,0B100,0,50,0'],
    ['duplicates', 'A0,0,0,0B100,0,100,0'],
  ])('draws %s', (_, data) => {
    const html = draw(data);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('says in words how the certificate is made', () => {
    expect(draw('A0,0B-100,-100,100,-100,0,100')).toContain(
      'the point (0.00, 0.00) is a point of class A, and it lies in a triangle of points of class B',
    );
    expect(draw('A0,0B100,0')).toContain('the widest empty strip between them is 1.000 wide');
    expect(draw('A0,0')).toContain(labels.empty);
  });
});

describe('links', () => {
  it('an author’s wrong start fails the build', () => {
    expect(() => startFrom({ line: '0,0,1', data: undefined })).toThrow(
      'figure: line cannot be "0,0,1"',
    );
  });

  it.each(['line=0,0,1', 'best=2', 'data=A1', 'edit=C', 'nothing=1'])('refuses %s', (part) => {
    expect(readLink('one-line', fields, `one-line~${part}`)).toEqual({ kind: 'fault', part });
  });

  it('restores line, data and what was asked for', () => {
    const data = 'A0,0B100,0';
    expect(
      readLink('one-line', fields, `#one-line~line=1,2,-0.5~best=1~why=0~data=${data}`),
    ).toEqual({
      kind: 'state',
      values: { line: [1, 2, -0.5], best: true, why: false, data: dataField.parse(data) },
    });
  });
});
