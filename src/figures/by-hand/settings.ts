// What the reader can choose, where the figure starts, and what a link holds.
import type { TargetName } from '../../core/approximation/targets.ts';
import { presetNames } from '../../ui/curves/presets.ts';
import { type Field, flag, numberIn, numbersIn, oneOf } from '../../ui/link.ts';
import { type Material, materials, REACH, type Values } from './kinds/kind.ts';
import { type KindName, kindNames, kinds } from './kinds/kinds.ts';

/** The reader's abscissae are those of the neurons. */
export const targetNames: readonly TargetName[] = presetNames.filter((name) => name !== 'nielsen');

/** What stands in the figure: every kind keeps its own construction. */
export type Constructions = Readonly<Record<KindName, Values>>;

export interface Start extends Constructions {
  readonly target: TargetName;
  readonly kind: KindName;
  readonly material: Material;
  readonly steepness: number;
}

/** Weight of a sigmoid from gentle to steep. */
export const STEEPEST = 500;
export const GENTLEST = 2;
export const steepnesses: readonly number[] = [
  2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500,
];

/** Gradient descent at the usual rate, from one random start. */
export const rival = { trainer: 'gradientDescent', seed: 1 } as const;
/** The second challenge: an error at most this many times the best. */
export const CLOSE = 1.5;
/** The widest ReLU network whose best is known. */
export const WIDEST = 64;
/** Widths of ReLU networks trained at build. */
export const postedWidths: readonly number[] = Array.from({ length: 16 }, (_, i) => i + 1);

function constructionField(name: KindName): Field<Values> {
  const { sound, most, empty, parts } = kinds[name];
  const least = empty(0).length;
  const numbers = numbersIn(-REACH, REACH, [least, 1 + most * parts.length]);
  return {
    format: numbers.format,
    parse: (text) => {
      const values = numbers.parse(text);
      return values && sound(values) ? values : undefined;
    },
  };
}

export const fields = {
  target: oneOf(targetNames),
  kind: oneOf(kindNames),
  material: oneOf(materials),
  steepness: numberIn(GENTLEST, STEEPEST),
  kinks: constructionField('kinks'),
  hats: constructionField('hats'),
  steps: constructionField('steps'),
  bumps: constructionField('bumps'),
  best: flag,
};
