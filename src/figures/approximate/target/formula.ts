// A typed formula as a function of x: parsed by a grammar, checked, and put together from closures over
// the words of formula-words.ts; the text itself is never run. Loaded when a formula is wanted.
// The parser is @lezer/lr, that of CodeMirror: every node keeps its place for the error messages, input
// of any kind gives a tree, and grammar and parser are 17 kB where mathjs's parser alone is 40 kB
// (gzip), knows no |x|, forgets places, and takes x(x + 1)² for the square of a call of x.
import type { SyntaxNode } from '@lezer/common';
import { halfWidth } from '../../../ui/half-width.ts';
import { parser } from './formula.grammar';
import { childrenOf, parseFault, wordFault } from './formula-faults.ts';
import { constants, functions, VARIABLE } from './formula-words.ts';
import type { Compile } from './target.ts';

/** Longest formula; with it the depth of brackets and the time to parse are bounded too. */
const MOST_CHARACTERS = 300;
/** Most time per value, in tenths of a microsecond. */
const MOST_COST = 200;
const COST_OF_POWER = 10;
/** Whole powers up to this are products, faster than the general power. */
const LARGEST_PRODUCT = 16;

type Value = (x: number) => number;

interface Part {
  readonly value: Value;
  /** A constant is worked out once, when it is read. */
  readonly fixed: boolean;
  /** Tenths of a microsecond per value. */
  readonly cost: number;
}

/** "y =" and "f(x) =" before a formula say nothing about it. */
const NAMED = /^\s*(?:y|f\s*\(\s*x\s*\))\s*=(?!=)/;

/** A formula in x as a function, or what is wrong with it and where. Never throws. */
export const compileFormula: Compile = (typed) => {
  const text = halfWidth(typed).replace(NAMED, (name) => ' '.repeat(name.length));
  if (text.trim() === '') return { ok: false, fault: { key: 'empty', values: {} } };
  if (text.length > MOST_CHARACTERS)
    return { ok: false, fault: { key: 'tooLong', values: { most: MOST_CHARACTERS } } };
  const tree = parser.parse(text);
  const fault = parseFault(tree, text) ?? wordFault(tree, text);
  if (fault) return { ok: false, fault };
  const formula = tree.topNode.firstChild;
  const { value, cost } = formula ? build(formula, text) : fixed(Number.NaN);
  if (cost > MOST_COST) return { ok: false, fault: { key: 'tooSlow', values: {} } };
  return { ok: true, value };
};

const fixed = (value: number): Part => ({ value: () => value, fixed: true, cost: 0 });

function combine(parts: readonly Part[], value: Value, cost = 0.2): Part {
  if (parts.every((part) => part.fixed)) return fixed(value(0));
  return { value, fixed: false, cost: parts.reduce((sum, part) => sum + part.cost, cost) };
}

/** The function a node of a checked tree stands for. */
function build(node: SyntaxNode, text: string): Part {
  const children = childrenOf(node);
  const textOf = ({ from, to }: SyntaxNode) => text.slice(from, to);
  const part = (index: number) => build(children[index], text);
  switch (node.name) {
    case 'Number':
      return fixed(Number(textOf(node)));
    case 'Name': {
      const name = textOf(node);
      if (name === VARIABLE) return { value: (x) => x, fixed: false, cost: 0.1 };
      return fixed(constants.get(name) ?? Number.NaN);
    }
    case 'Group':
      return part(0);
    case 'Absolute': {
      const inner = part(0);
      return combine([inner], (x) => Math.abs(inner.value(x)));
    }
    case 'Signed': {
      const inner = part(1);
      return textOf(children[0]) === '+' ? inner : combine([inner], (x) => -inner.value(x));
    }
    case 'Sum':
    case 'Product':
      return arithmetic(part(0), textOf(children[1]), part(2));
    case 'Implicit':
      return arithmetic(part(0), '*', part(1));
    case 'Power':
      return power(part(0), part(1));
    case 'Square':
      return power(part(0), fixed(superscript(textOf(children[1]))));
    case 'Comparison':
      return comparison(children, text);
    case 'And':
      return logic(part(0), part(2), (a, b) => a && b);
    case 'Or':
      return logic(part(0), part(2), (a, b) => a || b);
    case 'Not': {
      const inner = part(1);
      return logic(inner, inner, (a) => !a);
    }
    case 'Choice':
      return apply(
        'if',
        children.map((child) => build(child, text)),
      );
    default:
      return call(children, text);
  }
}

function arithmetic(a: Part, sign: string, b: Part): Part {
  const [first, second] = [a.value, b.value];
  if (sign === '+') return combine([a, b], (x) => first(x) + second(x));
  if (sign === '-' || sign === '−') return combine([a, b], (x) => first(x) - second(x));
  if (sign === '/' || sign === '÷') return combine([a, b], (x) => first(x) / second(x));
  return combine([a, b], (x) => first(x) * second(x));
}

function superscript(text: string): number {
  const digits = Array.from(text, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit));
  return Number(digits.join('').replace('-1', '-'));
}

function power(base: Part, exponent: Part): Part {
  const value = base.value;
  const times = exponent.fixed ? exponent.value(0) : Number.NaN;
  if (!Number.isInteger(times) || times < 1 || times > LARGEST_PRODUCT)
    return apply('pow', [base, exponent], COST_OF_POWER);
  return combine(
    [base],
    (x) => {
      const factor = value(x);
      let product = factor;
      for (let i = 1; i < times; i++) product *= factor;
      return product;
    },
    0.5,
  );
}

/** 1 where every comparison of the chain a < b < c holds, 0 elsewhere; no value where a side has none. */
function comparison(children: readonly SyntaxNode[], text: string): Part {
  const sides = children.filter((_, i) => i % 2 === 0).map((child) => build(child, text));
  const signs = children.filter((_, i) => i % 2 === 1).map(({ from, to }) => text.slice(from, to));
  return combine(sides, (x) => {
    let left = sides[0].value(x);
    let all = 1;
    for (let i = 0; i < signs.length; i++) {
      const right = sides[i + 1].value(x);
      if (Number.isNaN(left) || Number.isNaN(right)) return Number.NaN;
      if (!holds(left, signs[i], right)) all = 0;
      left = right;
    }
    return all;
  });
}

function holds(a: number, sign: string, b: number): boolean {
  if (sign === '<') return a < b;
  if (sign === '>') return a > b;
  if (sign === '<=' || sign === '≤') return a <= b;
  if (sign === '>=' || sign === '≥') return a >= b;
  return (a === b) === (sign === '=' || sign === '==');
}

function logic(a: Part, b: Part, join: (a: boolean, b: boolean) => boolean): Part {
  return combine([a, b], (x) => {
    const [first, second] = [a.value(x), b.value(x)];
    if (Number.isNaN(first) || Number.isNaN(second)) return Number.NaN;
    return join(first !== 0, second !== 0) ? 1 : 0;
  });
}

/** f(a, b), f a, f² a and f^2(a); a call's first child is the name, its last holds the arguments. */
function call(children: readonly SyntaxNode[], text: string): Part {
  const name = text.slice(children[0].from, children[0].to);
  const last = children[children.length - 1];
  const given = last.name === 'Arguments' ? childrenOf(last) : [last];
  const applied = apply(
    name,
    given.map((child) => build(child, text)),
  );
  if (children.length === 2) return applied;
  const { from, to } = children[1];
  const times = text.slice(from, to);
  return power(applied, fixed(children[1].name === 'Number' ? Number(times) : superscript(times)));
}

function apply(name: string, parts: readonly Part[], cost?: number): Part {
  const known = functions.get(name);
  if (!known) return fixed(Number.NaN);
  const { apply: f, cost: own = 1 } = known;
  const [first, second] = parts.map((part) => part.value);
  const spent = cost ?? own;
  if (parts.length === 1) return combine(parts, (x) => f(first(x)), spent);
  if (parts.length === 2) return combine(parts, (x) => f(first(x), second(x)), spent);
  return combine(parts, (x) => f(...parts.map((part) => part.value(x))), spent + parts.length);
}
