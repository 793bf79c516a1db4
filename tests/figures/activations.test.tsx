import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import names from '../../content/en/activations.json';
import labels from '../../content/en/figures/activations.json';
import site from '../../content/en/site.json';
import { activationNames, activations } from '../../src/core/activations.ts';
import { curve } from '../../src/figures/activations/curve.ts';
import { drawFrame } from '../../src/figures/activations/frame.ts';
import { ActivationsModel, fields } from '../../src/figures/activations/model.ts';
import { order } from '../../src/figures/activations/order.ts';
import ActivationsView from '../../src/figures/activations/View.tsx';
import { scale } from '../../src/figures/activations/window.ts';
import { readLink } from '../../src/ui/link.ts';

it('offers every activation of the registry once, the article’s two first, each with a name', () => {
  expect(order.slice(0, 2)).toEqual(['relu', 'tanh']);
  expect([...order].sort()).toEqual([...activationNames].sort());
  expect(Object.keys(names).sort()).toEqual([...activationNames].sort());
});

it.each(activationNames)('reads value and slope of %s from the core', (name) => {
  const model = new ActivationsModel();
  model.activation.value = name;
  model.setZ(-0.75);
  expect(model.reading.value.value).toBe(activations[name].value(-0.75));
  expect(model.reading.value.slope).toBe(activations[name].derivative(-0.75));
});

it('knows a kink by its two slopes and a jump by its two values', () => {
  const model = new ActivationsModel();
  model.setZ(0);
  expect(model.reading.value).toMatchObject({ kind: 'kink', value: 0, slope: 0, rightSlope: 1 });
  model.activation.value = 'step';
  expect(model.reading.value).toMatchObject({ kind: 'jump', leftValue: 0, rightValue: 1 });
  model.activation.value = 'elu';
  expect(model.reading.value.kind).toBe('smooth');
});

it('keeps the cursor in the window, on hundredths', () => {
  const model = new ActivationsModel();
  for (const [asked, got] of [
    [9, 4],
    [-9, -4],
    [0.126, 0.13],
    [Number.NaN, 0],
  ]) {
    model.setZ(asked);
    expect(model.z.value).toBe(got);
  }
});

it('draws straight pieces with two points, and a jump as a gap', () => {
  expect(curve(activations.relu, scale, 120).match(/[ML]/g)?.join('')).toBe('MLML');
  const [, left, right] =
    /^M\S+ \S+L\S+ ([\d.]+)M\S+ ([\d.]+)/.exec(curve(activations.step, scale, 120)) ?? [];
  expect(Number(left) - Number(right)).toBeCloseTo(scale.y(0) - scale.y(1), 0);
  expect(curve(activations.tanh, scale, 120).match(/L/g)).toHaveLength(120);
});

it('has a frame whose marks fall on the scale of the curves', () => {
  const frame = drawFrame('activations');
  expect(frame).not.toMatch(/<style|aria-label=|\d\.\d{3}/);
  for (const z of [-4, -1, 0, 3]) {
    expect(frame).toContain(`x1="${Number(scale.x(z).toFixed(1))}"`);
    if (z > -3) expect(frame).toContain(`y1="${Number(scale.y(z).toFixed(1))}"`);
  }
});

it('refuses links to functions and places there are not', () => {
  for (const part of ['activation=none', 'activation=constructor', 'z=4.1', 'z=']) {
    expect(readLink('activations', fields, `activations~${part}`)).toEqual({ kind: 'fault', part });
  }
});

it('is drawn at build in the state of the article', async () => {
  const html = render(
    <ActivationsView id="activations" labels={labels} names={names} shared={site.figure} />,
  );
  await expect(html.replaceAll('><', '>\n<')).toMatchFileSnapshot('__snapshots__/activations.html');
});
