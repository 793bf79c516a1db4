import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import names from '../../content/en/activations.json' with { type: 'json' };
import curveLabels from '../../content/en/figures/approximate.json' with { type: 'json' };
import labels from '../../content/en/figures/widths-side-by-side.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import { createRun } from '../../src/core/approximation/trainers/run.ts';
import { WidthsModel } from '../../src/figures/widths-side-by-side/model.ts';
import { posterOf } from '../../src/figures/widths-side-by-side/poster.ts';
import { fields, usual, widths } from '../../src/figures/widths-side-by-side/settings.ts';
import View from '../../src/figures/widths-side-by-side/View.tsx';
import { readoutOf, stateText } from '../../src/figures/widths-side-by-side/words.ts';
import { networkAt } from '../../src/ui/curves/paths.ts';
import { readLink } from '../../src/ui/link.ts';
import { createStage } from './approximate/stage.ts';

const poster = posterOf(usual);
function open() {
  const stage = createStage();
  return { stage, model: new WidthsModel(poster, stage.surroundings) };
}

it('the poster draws networks with the errors it states', () => {
  const { model } = open();
  const { x, y } = model.preset.value.samples;
  poster.shown.parameters.forEach((parameters, i) => {
    const value = networkAt('relu', parameters);
    const squares = Array.from(x, (at, k) => (value(at) - y[k]) ** 2);
    const rms = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / x.length);
    // parameters are kept to 8 digits, errors to 6
    expect(Math.abs(rms / poster.shown.rms[i] - 1)).toBeLessThan(1e-4);
  });
});

describe('the model of widths-side-by-side', () => {
  it('goes on from the poster, one step at a time, to the bits of runs of their own', () => {
    const { stage, model } = open();
    model.stepOnce();
    stage.until(() => model.shown.value.step === usual.step + 1);
    const { samples } = model.preset.value;
    widths.forEach((width, i) => {
      const run = createRun(samples, {
        trainer: 'variableProjection',
        recycle: true,
        activation: 'relu',
        width,
        start: 'spreadKnots',
        seed: usual.seed,
        targetRms: 1e-6,
      });
      run.advance(usual.step + 1);
      expect(Array.from(model.panels.value[i].parameters)).toEqual(Array.from(run.parameters));
    });
  });

  it('never shows an error below what is proved for its width', () => {
    const { model } = open();
    for (const { rms, lowerBound, best } of model.panels.value) {
      expect(rms).toBeGreaterThanOrEqual(lowerBound * (1 - 1e-6));
      expect(best).toBeGreaterThanOrEqual(lowerBound);
    }
  });

  it('trains all widths the same number of steps, pauses, and starts over at the same start', () => {
    const { stage, model } = open();
    model.setTrainer('adam');
    stage.until(() => model.shown.value.step > 30);
    model.pause();
    stage.until(() => !model.running.value);
    for (let i = 0; i < 10; i++) stage.frame();
    const { step } = model.shown.value;
    expect(model.step.value).toBe(step);
    for (let i = 0; i < 10; i++) stage.frame();
    expect(model.shown.value.step).toBe(step);
    expect(stateText(model, labels)).toContain(`step ${step}`);
    model.startOver();
    stage.until(() => model.shown.value.step === 0);
    const first = model.panels.value.map(({ rms }) => rms);
    model.newStart();
    stage.until(() => model.panels.value[3].rms !== first[3]);
    expect(model.seed.value).toBe(usual.seed + 1);
  });

  it('brings back the step of a link, and the poster on reset', () => {
    const { stage, model } = open();
    const reading = readLink('w', fields, '#w~trainer=adam~step=60');
    if (reading.kind !== 'state') throw new Error('not read');
    model.trainer.value = 'adam';
    model.step.value = 60;
    stage.until(() => model.shown.value.step === 60);
    for (let i = 0; i < 20; i++) stage.frame();
    expect(model.shown.value.step).toBe(60);
    model.trainer.value = usual.trainer;
    model.step.value = usual.step;
    stage.until(() => model.shown.value === poster.shown);
  });

  it('refuses a link it does not understand', () => {
    expect(readLink('w', fields, '#w~step=-1').kind).toBe('fault');
  });
});

it('says of the furthest only what it can compare', () => {
  const panels = (errors: readonly (readonly [rms: number, best: number])[]) =>
    errors.map(([rms, best], i) => ({
      width: widths[i],
      rms,
      parameters: [],
      best,
      lowerBound: best,
    }));
  const model = (errors: Parameters<typeof panels>[0]) => {
    const { model } = open();
    return { ...model, panels: { value: panels(errors) } } as unknown as typeof model;
  };
  const said = (errors: Parameters<typeof panels>[0]) => readoutOf(model(errors), labels, 'tanh');
  // what can be exact and is not is further off than any multiple
  expect(
    said([
      [0.29, 0.24],
      [0.29, 1e-15],
      [0.29, 0],
    ]),
  ).toMatch(/by 0\.290\. With 2 neurons a ReLU network can be exact\.$/);
  expect(
    said([
      [0.29, 0.24],
      [1e-9, 1e-15],
    ]),
  ).toMatch(/Furthest .* width 1: 1\.21 times its error\.$/);
  // nearer than the best ReLU network, or as near
  expect(
    said([
      [0.2, 0.4],
      [0.1, 0.1],
    ]),
  ).toMatch(/by 0\.100\.$/);
});

it('is without an activation in words, where the menu says none', () => {
  const without = { ...poster, start: { ...poster.start, activation: 'identity' as const } };
  const html = render(
    <View
      id="w"
      labels={labels}
      shared={site.figure}
      names={names}
      targets={curveLabels.targets}
      poster={without}
    />,
  );
  expect(html).toContain('After 18 steps each (no activation), one neuron');
  expect(html).toMatch(/<option[^>]*>none \(identity\)<\/option>/);
});

it('the view of widths-side-by-side is whole before any script runs', async () => {
  const html = render(
    <View
      id="widths-side-by-side"
      labels={labels}
      shared={site.figure}
      names={names}
      targets={curveLabels.targets}
      poster={poster}
    />,
  );
  expect(html).toContain('64 neurons');
  expect(readoutOf(open().model, labels, 'ReLU')).toContain('After 18 steps');
  await expect(`${html.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
    './__snapshots__/widths-side-by-side.html',
  );
});
