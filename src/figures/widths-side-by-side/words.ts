// The figure in words.
import type labelsFile from '../../../content/en/figures/widths-side-by-side.json';
import type { ActivationName } from '../../core/activations.ts';
import { errorPhrase, errorText, factor, NEGLIGIBLE } from '../../ui/errors.ts';
import type { Table } from '../../ui/TableView.tsx';
import { fill, joined } from '../../ui/words.ts';
import type { WidthsModel } from './model.ts';

export type Labels = typeof labelsFile;
export type Names = Readonly<Record<ActivationName, string>>;
export type Model = InstanceType<typeof WidthsModel>;
export type Panel = Model['panels']['value'][number];

/** How often the best error of the width goes into the trained one; undefined where that says nothing. */
export function ratioOf({ rms, best }: Panel): number | undefined {
  return best === undefined || best < NEGLIGIBLE ? undefined : rms / best;
}

export function ratioText(panel: Panel, labels: Labels): string {
  const ratio = ratioOf(panel);
  if (ratio !== undefined) return fill(labels.ratio, { ratio: factor(ratio) });
  return panel.best === undefined ? labels.searching : labels.bestExact;
}

export function readoutOf(model: Model, labels: Labels, name: string): string {
  const panels = model.panels.value;
  const { step } = model.shown.value;
  const first = fill(labels.readout, {
    step,
    name,
    first: errorPhrase(labels.below, panels[0].rms),
    last: errorPhrase(labels.below, panels[panels.length - 1].rms),
    widest: panels[panels.length - 1].width,
  });
  const exact = panels.find(
    ({ best, rms }) => best !== undefined && best < NEGLIGIBLE && rms >= NEGLIGIBLE,
  );
  if (exact) return joined(first, fill(labels.exact, { width: exact.width }));
  const worst = panels.reduce<Panel | undefined>((found, panel) => {
    const ratio = ratioOf(panel);
    return ratio !== undefined && ratio > ((found && ratioOf(found)) ?? 0) ? panel : found;
  }, undefined);
  // better than the best ReLU network at every width, or just as good
  if (!worst || (ratioOf(worst) ?? 1) < 1.0005) return first;
  const values = { width: worst.width, ratio: factor(ratioOf(worst) ?? 1) };
  return joined(first, fill(labels.furthest, values));
}

export function stateText(model: Model, labels: Labels): string {
  const words = labels.state;
  if (model.failed.value) return words.failed;
  const { step } = model.shown.value;
  const note = model.restarted.value ? words.restarted : '';
  const state = model.running.value
    ? words.running
    : model.over.value
      ? words.over
      : step === 0
        ? words.ready
        : words.paused;
  const text = fill(state, { step });
  return note ? joined(text, note) : text;
}

export function tableOf(model: Model, labels: Labels): Table {
  return {
    caption: labels.table.caption,
    columns: labels.table.columns,
    rows: model.panels.value.map((panel) => [
      panel.width,
      errorText(panel.rms),
      panel.best === undefined ? '–' : errorText(panel.best),
      panel.best === undefined ? '–' : errorText(panel.lowerBound),
      ratioOf(panel) === undefined ? '–' : factor(ratioOf(panel) ?? 1),
    ]),
  };
}
