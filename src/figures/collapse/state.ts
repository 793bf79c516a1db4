// What a link to the figure holds, and how it is written.
import { type ActivationName, activationNames } from '../../core/activations.ts';
import { type Field, numbersIn, oneOf, wholeIn, wholesIn } from '../../ui/link.ts';
import { type Notation, notations, readEntry } from './entry.ts';

export const mostLayers = 5;
export const mostNeurons = 4;
export const mostInputs = 3;
/** The sample point and the square looked at lie in [−reach, reach]. */
export const reach = 2;
export const lastSeed = 9999;

/** What the reader has typed over the drawn numbers, by place: "0.1.2" is layer, row, column. */
type Edits = Readonly<Record<string, string>>;

/** Column of the bias in the table of a layer: after the widest row of weights. */
export const biasColumn = mostNeurons;

const widths = wholesIn(1, mostNeurons, [2, mostLayers + 1]);
const place = /^[0-4]\.[0-3]\.[0-4]$/;

const edits: Field<Edits> = {
  parse: (text) => {
    const parts = text ? text.split(',') : [];
    const entries = parts.map((part) => part.split(':'));
    const good = entries.every(
      (entry) =>
        entry.length === 2 && place.test(entry[0]) && typeof readEntry(entry[1]) === 'object',
    );
    return good ? Object.fromEntries(entries) : undefined;
  },
  format: (values) =>
    Object.entries(values)
      .map(([at, text]) => `${at}:${text}`)
      .sort()
      .join(','),
};

const name = oneOf(activationNames);
const activations: Field<readonly ActivationName[]> = {
  parse: (text) => {
    const names = text.split(',', mostLayers + 1).map(name.parse);
    return names.length === mostLayers && names.every((each) => each !== undefined)
      ? names
      : undefined;
  },
  format: (names) => names.join(','),
};

export const fields = {
  widths: {
    parse: (text) => {
      const sizes = widths.parse(text);
      return sizes && sizes[0] <= mostInputs ? sizes : undefined;
    },
    format: widths.format,
  } satisfies Field<readonly number[]>,
  seed: wholeIn(1, lastSeed),
  edits,
  activations,
  point: numbersIn(-reach, reach, [mostInputs, mostInputs]),
  output: wholeIn(0, mostNeurons - 1),
  notation: oneOf(notations),
};

/** What a page may start the figure with. */
export interface Start {
  readonly widths: readonly number[];
  readonly seed: number;
  readonly edits: Edits;
  readonly point: readonly number[];
  readonly notation: Notation;
}

export const usualStart: Start = {
  widths: [2, 3, 2, 1],
  seed: 1,
  edits: {},
  point: [1, -0.5, 0.5],
  notation: 'decimal',
};
