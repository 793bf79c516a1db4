// Two hidden neurons as a map of the plane: where the points go, whether one line parts them there,
// and what that line is in the input plane.
import { computed, createModel, signal } from '@preact/signals';
import { type ActivationName, activationNames } from '../../core/activations.ts';
import { articleLines } from '../../core/article-lines.ts';
import {
  type HiddenLayer,
  hiddenActivation,
  hiddenCut,
  hiddenImage,
  hiddenSeparation,
  mapGrid,
  mapSegment,
} from '../../core/hidden-space.ts';
import { clipped, type Line, type Place, side, squareOf } from '../../ui/line.ts';
import { lineField } from '../../ui/line-field.ts';
import { numberIn, numbersIn, oneOf } from '../../ui/link.ts';
import { coordinatesOf, edge } from '../../ui/plane-data.ts';
import { createPointEditor, dataFields } from '../../ui/point-editor.ts';
import { planeDomain } from '../../ui/scale.ts';
import { findCertificate } from './certificate.ts';
import { domainOf } from './domain.ts';

/** Weights are multiplied by 2^power. */
export const powers = { least: -2, most: 3, step: 0.25 } as const;

export const fields = {
  activation: oneOf(activationNames),
  line1: lineField,
  line2: lineField,
  power: numberIn(powers.least, powers.most),
  probe: numbersIn(-edge, edge, [2, 2]),
  morph: numberIn(0, 1),
  ...dataFields,
};

/** What can be changed where the activation, the scale and the data are fixed. */
export const plainFields = {
  line1: fields.line1,
  line2: fields.line2,
  probe: fields.probe,
  morph: fields.morph,
};

const [low, high] = planeDomain;
const window = { x0: low, y0: low, x1: high, y1: high };
const sheet = { x0: -2, y0: -2, x1: 2, y1: 2 };
/** Where the lines of the carried grid stand, in both directions. */
export const gridPlaces = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2] as const;
/** Half the side of the square drawn around the probe. */
const patchReach = 0.25;
/** Places nearer than this in the hidden plane are one place. */
const coincident = 1e-9;

/** Whether a corner of a clipped polygon lies on the line, up to rounding. */
function isOn(line: Line, [x, y]: Place): boolean {
  return Math.abs(side(line, x, y)) <= 1e-9 * (Math.abs(line[0]) + Math.abs(line[1]));
}

export const HiddenSpaceModel = createModel((start: ActivationName) => {
  const [first, second] = articleLines.map(({ w, b }): Line => [w[0], w[1], b]);
  const activation = signal(start);
  const line1 = signal(first);
  const line2 = signal(second);
  const power = signal(0);
  const probe = signal<readonly number[]>([1.1, 0.35]);
  /** 0: the input plane. 1: the hidden plane. */
  const morph = signal(1);
  /** What is shown in place of morph while a question is open (0), and while it is answered. */
  const held = signal<number | undefined>(undefined);
  const asked = computed(() => held.value === 0);
  const editor = createPointEditor();
  /** The point being looked at, in either plane; nothing a link need hold. */
  const pointed = signal<number | undefined>(undefined);

  const layerWith = (name: ActivationName): HiddenLayer => {
    const [l1, l2] = [line1.value, line2.value];
    return {
      weights: [
        [l1[0], l1[1]],
        [l2[0], l2[1]],
      ],
      bias: [l1[2], l2[2]],
      scale: 2 ** power.value,
      activation: hiddenActivation(name),
    };
  };
  const layer = computed(() => layerWith(activation.value));
  const points = editor.points;
  const classA = computed(() => coordinatesOf(points.value, 'A'));
  const classB = computed(() => coordinatesOf(points.value, 'B'));
  const images = computed(() =>
    points.value.map(({ x1, x2 }): Place => hiddenImage(layer.value, [x1, x2])),
  );
  const separated = (name: ActivationName) =>
    computed(() => hiddenSeparation(layerWith(name), classA.value, classB.value));
  const relu = separated('relu');
  const tanh = separated('tanh');
  const current = computed(() => {
    const name = activation.value;
    if (name === 'relu') return relu.value;
    if (name === 'tanh') return tanh.value;
    return hiddenSeparation(layer.value, classA.value, classB.value);
  });
  /** The widest strip in the hidden plane, and the two nearest points of the hulls. */
  const strip = computed(() => {
    const { separation } = current.value;
    if (asked.value) return undefined;
    if (separation.kind !== 'separable') return undefined;
    const { normal, offset, gap, weightsA, weightsB } = separation;
    const mixture = (label: 'A' | 'B', weights: typeof weightsA) => {
      const of = images.value.filter((_, i) => points.value[i].label === label);
      return weights.reduce(
        ([h1, h2], { index, weight }): Place => {
          const share = weight.toNumber();
          return [h1 + share * of[index][0], h2 + share * of[index][1]];
        },
        [0, 0] as Place,
      );
    };
    return {
      line: [normal[0], normal[1], offset] as Line,
      gap,
      nearest: [mixture('A', weightsA), mixture('B', weightsB)] as const,
    };
  });
  const grid = computed(() => mapGrid(layer.value, sheet, gridPlaces.length));

  return {
    activation,
    line1,
    line2,
    power,
    probe,
    morph,
    asked,
    /** The share of the way on show. */
    share: computed(() => held.value ?? morph.value),
    editor,
    pointed,
    layer,
    images,
    relu,
    tanh,
    current,
    strip,
    grid,
    certificate: computed(() =>
      asked.value
        ? undefined
        : findCertificate(layer.value, current.value.separation, points.value),
    ),
    /** The hidden line in the input plane. */
    cut: computed(() => {
      if (!strip.value) return undefined;
      const [n1, n2, offset] = strip.value.line;
      return hiddenCut(layer.value, [n1, n2], offset, window);
    }),
    /** The square around the probe, side after side. */
    patch: computed(() => {
      const [x, y] = probe.value;
      const [w, e, s, n] = [x - patchReach, x + patchReach, y - patchReach, y + patchReach];
      // biome-ignore format: corners
      const corners: readonly Place[] = [[w, s], [e, s], [e, n], [w, n]];
      return corners.map((corner, k) => mapSegment(layer.value, corner, corners[(k + 1) % 4]));
    }),
    /** The lines n₁ = 0 and n₂ = 0, as far as the sheet reaches. */
    creases: computed(() =>
      [line1.value, line2.value].map((line) => {
        const part = clipped(squareOf(sheet.x1), line, 1);
        const [from, to] = part.filter((place) => isOn(line, place));
        return from && to ? mapSegment(layer.value, from, to) : undefined;
      }),
    ),
    probeImage: computed((): Place => hiddenImage(layer.value, probe.value)),
    domain: computed(() => domainOf(grid.value.map(({ image }) => image))),
    /** The points to highlight: the one looked at, and all that share its place in the hidden plane. */
    highlighted: computed((): ReadonlySet<number> => {
      const index = editor.edit.value === 'off' ? pointed.value : editor.chosen.value;
      const image = index === undefined ? undefined : images.value[index];
      if (!image) return new Set();
      return new Set(
        images.value.flatMap(([h1, h2], i) =>
          Math.max(Math.abs(h1 - image[0]), Math.abs(h2 - image[1])) <= coincident ? [i] : [],
        ),
      );
    }),
    setActivation(name: ActivationName) {
      activation.value = name;
    },
    setLine1(line: Line) {
      line1.value = line;
    },
    setLine2(line: Line) {
      line2.value = line;
    },
    setPower(value: number) {
      power.value = value;
    },
    setProbe([x, y]: Place) {
      const inside = (value: number) =>
        Math.round(Math.max(-edge, Math.min(edge, value)) * 100) / 100 || 0;
      probe.value = [inside(x), inside(y)];
    },
    setMorph(value: number) {
      held.value = undefined;
      morph.value = Math.min(1, Math.max(0, value));
    },
    /** Shows `value` in place of morph, which is kept; undefined: shows morph again. */
    hold(value: number | undefined) {
      held.value = value;
    },
    point(index: number | undefined) {
      pointed.value = index;
    },
  };
});

export type HiddenSpace = InstanceType<typeof HiddenSpaceModel>;
