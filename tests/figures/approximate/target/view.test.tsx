import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import labels from '../../../../content/en/figures/approximate-target.json' with { type: 'json' };
import site from '../../../../content/en/site.json' with { type: 'json' };
import { targets } from '../../../../src/core/approximation/targets.ts';
import { TargetModel } from '../../../../src/figures/approximate/target/model.ts';
import { TargetPicker } from '../../../../src/figures/approximate/target/TargetPicker.tsx';
import { TargetSurface } from '../../../../src/figures/approximate/target/TargetSurface.tsx';
import { createScale } from '../../../../src/ui/scale.ts';

type Model = InstanceType<typeof TargetModel>;

const picker = (model: Model) =>
  renderToString(<TargetPicker model={model} labels={labels} shared={site.figure} />);

function surface(model: Model): string {
  const { domain, range } = model.pane.value;
  const scale = createScale({ x: domain, y: range });
  return renderToString(<TargetSurface model={model} labels={labels} scale={scale} />);
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resume) => setTimeout(resume, 5));
}

/** The words between the tags. */
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&lt;', '<')
    .trim();

describe('the picker', () => {
  it('offers every preset by name and says what the chosen one teaches', () => {
    const html = picker(new TargetModel());
    expect(html.match(/<option/g)).toHaveLength(Object.keys(targets).length);
    expect(wordsOf(html)).toContain(labels.preset.functions.sine.lesson);
  });

  it('has a name and a lesson for every preset, and for nothing else', () => {
    expect(Object.keys(labels.preset.functions)).toEqual(Object.keys(targets));
  });

  it('marks the faulty place of a formula, and keeps what is typed', async () => {
    const model = new TargetModel();
    model.open('formula');
    await until(() => model.target.value.kind === 'formula');
    model.formula.type('1 + sinn(x)');
    const html = picker(model);
    expect(html).toContain('value="1 + sinn(x)"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('1 + <mark>sinn</mark>(x)');
    expect(wordsOf(html)).toContain('Unknown name “sinn” at 5; did you mean “sin”?');
    expect(wordsOf(html)).toContain('The target is still the one before.');
  });

  it('says where a formula has no value, naming at most three places', async () => {
    const model = new TargetModel();
    model.open('formula');
    model.formula.type('sqrt(x)');
    await until(() => model.target.value.kind === 'formula');
    expect(wordsOf(picker(model))).toContain('no finite value: −1 to 0.');
    model.formula.type('sqrt(sin(40x))');
    expect(wordsOf(picker(model))).toMatch(/and \d+ more\./);
    model.formula.type('x');
    expect(wordsOf(picker(model))).toContain(labels.formula.help);
  });

  it('gives buttons for what keys do to points', () => {
    const model = new TargetModel();
    model.open('control');
    const first = picker(model);
    expect(wordsOf(first)).toContain('Add a point Delete point 1 Flatten');
    expect(first.match(/disabled/g)).toHaveLength(1);
    model.hand.choose(2);
    expect(picker(model)).not.toContain('disabled');
  });

  it('tells the faults of a table by line and how many more there are', async () => {
    const model = new TargetModel();
    model.open('data');
    await model.data.read(`0,1\n${'1,<b>\n'.repeat(7)}`);
    const html = picker(model);
    expect(html).toContain('Line 2: “&lt;b>” is not a number.');
    expect(wordsOf(html)).toContain('More lines at fault: 2. The target is still the one before.');
    expect(html.match(/<li/g)).toHaveLength(6);
  });

  it('says how much of a table was used', async () => {
    const model = new TargetModel();
    await model.data.read('t,v,w\n0,1,9\n1,2,9\n2,,9');
    expect(wordsOf(picker(model))).toContain(
      '2 points. Rows without a value, left out: 1. Columns after the second, not used: 1.',
    );
    await model.data.read(Array.from({ length: 1000 }, (_, i) => `${i},1`).join('\n'));
    expect(wordsOf(picker(model))).toContain(
      '1000 rows, shown and fitted as 512 means of equal cells.',
    );
    await model.data.read(Array.from({ length: 12_000 }, (_, i) => `${i},1`).join('\n'));
    expect(wordsOf(picker(model))).toContain('12 000 rows');
    await model.data.read('0,1\n0,2\n1,2');
    expect(wordsOf(picker(model))).toContain('3 rows, shown and fitted as 2 points');
    await model.data.read('2024-01-02\t1,200\n2024-01-01\t10');
    expect(wordsOf(picker(model))).toContain(
      '2 points. “1,200” was read as 1200. Days are counted from 2024-01-01.',
    );
  });
});

describe('the surface over the chart', () => {
  it('is there for a hand-made target only', () => {
    const model = new TargetModel();
    expect(surface(model)).toBe('');
    model.open('drawing');
    expect(surface(model)).toContain('class="target-sheet"');
  });

  it('has every point and one tab stop, at the chosen one, which says where it is', () => {
    const model = new TargetModel({ kind: 'preset', name: 'line' });
    model.open('control');
    model.hand.choose(2);
    const html = surface(model);
    expect(html.match(/class="handle"/g)).toHaveLength(9);
    expect(html.match(/tabindex/g)).toHaveLength(1);
    expect(html).toContain('aria-label="Point 3 of 9"');
    expect(html).toContain('aria-valuetext="x −0.5, y −0.5"');
  });
});
