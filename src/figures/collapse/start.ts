// The state a page starts the figure in. A stack that does not fit fails the build.
import { affineFromDecimals, collapse } from '../../core/collapse.ts';
import type { Rational } from '../../core/rational.ts';
import { type Notation, notations, readEntry, typed } from './entry.ts';
import {
  biasColumn,
  mostInputs,
  mostLayers,
  mostNeurons,
  type Start,
  usualStart,
} from './state.ts';

export interface DecimalLayer {
  /** One row for each neuron. */
  readonly weights: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

/** The usual start, or the stack given; throws when its sizes do not fit, to each other or the figure. */
export function startWith(
  layers: readonly DecimalLayer[] | undefined,
  notation: Notation = usualStart.notation,
): Start {
  if (!notations.includes(notation)) throw new Error(`unknown notation: ${notation}`);
  if (!layers) return { ...usualStart, notation };
  const maps = layers.map(({ weights, bias }) => affineFromDecimals(weights, bias));
  collapse(maps);
  const widths = [maps[0].weights[0].length, ...maps.map(({ bias }) => bias.length)];
  if (maps.length > mostLayers || widths[0] > mostInputs || Math.max(...widths) > mostNeurons) {
    throw new Error(
      `layers: got ${widths.join(' → ')}, expected at most ${mostInputs} inputs, ${mostLayers} layers and ${mostNeurons} neurons a layer`,
    );
  }
  const edits: Record<string, string> = {};
  const set = (place: string, value: Rational) => {
    const text = typed(value);
    if (typeof readEntry(text) === 'string')
      throw new Error(`layers: no entry of this figure: ${text}`);
    edits[place] = text;
  };
  maps.forEach(({ weights, bias }, l) => {
    weights.forEach((row, i) => {
      row.forEach((value, j) => {
        set(`${l}.${i}.${j}`, value);
      });
      set(`${l}.${i}.${biasColumn}`, bias[i]);
    });
  });
  return { ...usualStart, widths, edits, notation };
}
