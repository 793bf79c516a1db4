// A stack of affine layers in exact numbers and the one affine map it equals. With an activation on
// in some layer it is computed in floating point, beside the affine map nearest to it.
import { computed, createModel, signal } from '@preact/signals';
import type { ActivationName } from '../../core/activations.ts';
import { type AffineMap, applyAffine, collapse } from '../../core/collapse.ts';
import { nearestAffine } from '../../core/nearest-affine.ts';
import { Rational } from '../../core/rational.ts';
import { drawWeights } from '../../ui/random-weights.ts';
import { type EntryFault, readEntry, typed } from './entry.ts';
import { forward, grid, type Place, toFloats } from './forward.ts';
import { biasColumn, lastSeed, mostLayers, mostNeurons, reach, type Start } from './state.ts';

/** Misses below this share of the largest value are rounding and not a bend. */
const rounding = 1e-12;
const widthOfNewLayer = 2;

export const CollapseModel = createModel((start: Start) => {
  const widths = signal(start.widths);
  const seed = signal(start.seed);
  const edits = signal(start.edits);
  const activations = signal<readonly ActivationName[]>(new Array(mostLayers).fill('identity'));
  const point = signal(start.point);
  const output = signal(0);
  const notation = signal(start.notation);

  const drawn = computed(() =>
    drawWeights(seed.value, mostLayers, mostNeurons).map((layer) =>
      layer.map((row) => row.map(Rational.fromDecimal)),
    ),
  );
  const layers = computed((): readonly AffineMap[] =>
    widths.value.slice(1).map((outputs, l) => {
      const entry = (row: number, column: number) => {
        const edit = readEntry(edits.value[`${l}.${row}.${column}`] ?? '');
        return typeof edit === 'string' ? drawn.value[l][row][column] : edit;
      };
      return {
        weights: Array.from({ length: outputs }, (_, row) =>
          Array.from({ length: widths.value[l] }, (_, column) => entry(row, column)),
        ),
        bias: Array.from({ length: outputs }, (_, row) => entry(row, biasColumn)),
      };
    }),
  );
  const collapsed = computed(() => collapse(layers.value));

  const inputs = computed(() => point.value.slice(0, widths.value[0]));
  /** The sample point and what each layer makes of it, exactly and without activations. */
  const trail = computed(() => {
    const steps = [inputs.value.map(Rational.fromDecimal)];
    for (const layer of layers.value) steps.push(applyAffine(layer, steps[steps.length - 1]));
    return steps;
  });
  const atOnce = computed(() => applyAffine(collapsed.value.map, trail.value[0]));
  const equal = computed(() => {
    const last = trail.value[trail.value.length - 1];
    return last.every((value, i) => value.equals(atOnce.value[i]));
  });

  const bent = computed(() =>
    activations.value.slice(0, layers.value.length).some((name) => name !== 'identity'),
  );
  const run = computed(() => forward(layers.value, activations.value));
  const bentTrail = computed(() => run.value(inputs.value));
  /** The affine map nearest to the stack over the grid; undefined where its values overflow. */
  const nearest = computed(() => {
    const points = grid(widths.value[0], reach);
    const values = points.map((x) => run.value(x)[layers.value.length]);
    let largest = 0;
    for (const value of values.flat()) largest = Math.max(largest, Math.abs(value));
    if (!(largest < Math.sqrt(Number.MAX_VALUE))) return undefined;
    const byPoint = new Map<readonly number[], Place>(points.map((x, i) => [x, values[i]]));
    const map = nearestAffine((x) => byPoint.get(x) ?? [], points);
    return { ...map, points: points.length, bends: map.max > rounding * largest };
  });
  const verdict = computed(() => {
    if (!bent.value) return 'equal';
    if (!nearest.value) return 'overflow';
    return nearest.value.bends ? 'bent' : 'unbent';
  });
  /** The affine map to compare the stack with, in floating point. */
  const affine = computed(() => (bent.value ? nearest.value : toFloats(collapsed.value.map)));
  const shown = computed(() => Math.min(output.value, widths.value[widths.value.length - 1] - 1));

  return {
    widths,
    seed,
    edits,
    activations,
    point,
    output,
    notation,
    layers,
    collapsed,
    inputs,
    trail,
    atOnce,
    equal,
    bent,
    run,
    bentTrail,
    nearest,
    affine,
    verdict,
    shown,
    setWidth(layer: number, width: number) {
      widths.value = widths.value.map((old, l) => (l === layer ? width : old));
    },
    setLayers(count: number) {
      const inner = widths.value.slice(0, -1);
      const last = widths.value[widths.value.length - 1];
      while (inner.length < count) inner.push(widthOfNewLayer);
      widths.value = [...inner.slice(0, count), last];
    },
    /** Takes over what was typed, or says why not and changes nothing. */
    setEntry(layer: number, row: number, column: number, text: string): EntryFault | undefined {
      const value = readEntry(text);
      if (typeof value === 'string') return value;
      edits.value = { ...edits.value, [`${layer}.${row}.${column}`]: typed(value) };
      return undefined;
    },
    setActivation(layer: number, name: ActivationName) {
      activations.value = activations.value.map((old, l) => (l === layer ? name : old));
    },
    setPoint(index: number, value: number) {
      const kept = Math.max(-reach, Math.min(reach, Math.round(value * 100) / 100 || 0));
      point.value = point.value.map((old, i) => (i === index ? kept : old));
    },
    redraw() {
      edits.value = {};
      seed.value = (seed.value % lastSeed) + 1;
    },
  };
});
