// The words a formula may use: one entry each for a function or a constant, with the bits the same in
// every browser. The grammar asks `wordOf` what an identifier is; everything unknown is an error with,
// if it looks like a slip, what was probably meant.
import {
  acos,
  asin,
  atan,
  cbrt,
  cos,
  cosh,
  erf,
  exp,
  hypot,
  log,
  log2,
  log10,
  pow,
  sigmoid,
  sin,
  sinh,
  softplus,
  tan,
  tanh,
} from '../../../core/elementary.ts';
import { AndWord, FunctionName, NotWord, OrWord } from './formula.grammar.terms';

export interface FormulaFunction {
  readonly apply: (...values: number[]) => number;
  /** Fewest and most arguments; 1 and 1 unless said otherwise. */
  readonly arity?: readonly [number, number];
  /** Time it takes, in tenths of a microsecond; 1 unless said otherwise. */
  readonly cost?: number;
}

const MANY = 16;

const naturalLog: FormulaFunction = { apply: log };
const arcsine: FormulaFunction = { apply: asin, cost: 5 };
const arccosine: FormulaFunction = { apply: acos, cost: 5 };
const arctangent: FormulaFunction = { apply: atan, cost: 2 };
const squareRoot: FormulaFunction = { apply: Math.sqrt };
const signOf: FormulaFunction = { apply: Math.sign };
const step: FormulaFunction = { apply: (x) => (x >= 0 ? 1 : x < 0 ? 0 : x) };

export const functions: ReadonlyMap<string, FormulaFunction> = new Map(
  Object.entries({
    sin: { apply: sin, cost: 2 },
    cos: { apply: cos, cost: 2 },
    tan: { apply: tan, cost: 2 },
    cot: { apply: (x) => 1 / tan(x), cost: 2 },
    asin: arcsine,
    arcsin: arcsine,
    acos: arccosine,
    arccos: arccosine,
    atan: arctangent,
    arctan: arctangent,
    sinh: { apply: sinh },
    cosh: { apply: cosh },
    tanh: { apply: tanh },
    exp: { apply: exp },
    ln: naturalLog,
    log: naturalLog,
    log2: { apply: log2 },
    log10: { apply: log10 },
    sqrt: squareRoot,
    '√': squareRoot,
    cbrt: { apply: cbrt, cost: 4 },
    pow: { apply: pow, arity: [2, 2], cost: 10 },
    hypot: { apply: hypot, arity: [2, 2], cost: 5 },
    abs: { apply: Math.abs },
    sign: signOf,
    sgn: signOf,
    floor: { apply: Math.floor },
    ceil: { apply: Math.ceil },
    round: { apply: (x) => Math.floor(x + 0.5) },
    mod: { apply: (x, period) => x - period * Math.floor(x / period), arity: [2, 2] },
    min: { apply: Math.min, arity: [1, MANY] },
    max: { apply: Math.max, arity: [1, MANY] },
    step,
    heaviside: step,
    relu: { apply: (x) => Math.max(0, x) },
    sigmoid: { apply: sigmoid },
    softplus: { apply: softplus, cost: 2 },
    erf: { apply: erf },
    if: {
      // what has no truth has no value
      apply: (condition, yes, no) =>
        Number.isNaN(condition) ? condition : condition !== 0 ? yes : no,
      arity: [3, 3],
    },
  } satisfies Record<string, FormulaFunction>),
);

export const constants: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['π', Math.PI],
  ['tau', 2 * Math.PI],
  ['τ', 2 * Math.PI],
  ['e', Math.E],
]);

export const VARIABLE = 'x';

const joiners: ReadonlyMap<string, number> = new Map([
  ['and', AndWord],
  ['or', OrWord],
  ['not', NotWord],
]);

/** For the grammar: the term an identifier stands for, −1 for a plain name. */
export function wordOf(text: string): number {
  return functions.has(text) ? FunctionName : (joiners.get(text) ?? -1);
}

const isKnown = (name: string) =>
  name === VARIABLE || constants.has(name) || functions.has(name) || joiners.has(name);

/**
 * What an unknown name was probably meant to be: the same in small letters, known names run together
 * ("pix" → "pi x"), or the known name one or two slips away.
 */
export function meant(name: string): string | undefined {
  const small = name.toLowerCase();
  if (isKnown(small)) return small;
  const parts = split(small);
  if (parts) return parts.join(' ');
  let best: string | undefined;
  let least = name.length > 3 ? 3 : 2;
  for (const known of [...functions.keys(), ...constants.keys()]) {
    const slips = distance(small, known);
    if (slips >= Math.min(least, known.length)) continue;
    best = known;
    least = slips;
  }
  return best;
}

/** `text` cut into known names and numbers, longest first. */
function split(text: string): readonly string[] | undefined {
  if (text === '') return [];
  for (let length = text.length; length > 0; length--) {
    const head = text.slice(0, length);
    if (!isKnown(head) && !/^[0-9]+$/.test(head)) continue;
    const rest = split(text.slice(length));
    if (rest) return [head, ...rest];
  }
  return undefined;
}

/** Slips between two words: letters added, lost or changed, or two neighbours swapped (Damerau 1964). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      let slips = Math.min(change, last[j] + 1, row[j - 1] + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) slips = Math.min(slips, before[j - 2] + 1);
      row.push(slips);
    }
    before = last;
    last = row;
  }
  return last[b.length];
}
