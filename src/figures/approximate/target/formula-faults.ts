// What is wrong with a formula, and where: first what the grammar cannot read, then names and numbers
// of arguments. A fault is a key of the labels and what fills its template; places count from 1.
import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import { constants, functions, meant, VARIABLE } from './formula-words.ts';
import type { Fault } from './target.ts';

function faultAt(
  key: string,
  from: number,
  to: number,
  values: Readonly<Record<string, string | number>> = {},
): Fault {
  return { key, values: { at: from + 1, ...values }, from, to };
}

/** The first place the grammar cannot read on from, explained by what stands there. */
export function parseFault(tree: Tree, text: string): Fault | undefined {
  let place = -1;
  tree.iterate({
    enter(node) {
      if (node.type.isError && place < 0) place = node.from;
      return place < 0;
    },
  });
  if (place < 0) return undefined;
  while (place < text.length && /\s/.test(text[place])) place++;
  const before = text.slice(0, place).trimEnd();
  const called = /([\p{L}√][\p{L}\p{N}]*)\s*(\(?)$/u.exec(before);
  const token = TOKEN.exec(text.slice(place))?.[0] ?? '';
  const arc = called && `a${called[1]}`;
  if (called && arc && functions.has(arc) && text.startsWith(INVERSE, place)) {
    const name = called[1] + INVERSE;
    const to = place + INVERSE.length;
    return faultAt('unknownNameMeant', called.index, to, { name, meant: arc });
  }
  if (called && functions.has(called[1]) && (called[2] === '' ? token !== '(' : token === ')'))
    return faultAt('noArgument', called.index, called.index + called[1].length, {
      name: called[1],
    });
  return token === '' ? endFault(text) : tokenFault(token, place, text);
}

/** sin⁻¹ is the arc to some and 1/sin to others. */
const INVERSE = '⁻¹';
/** What a reader takes for one thing: a word, a number, a sign. */
const TOKEN = /^(?:[0-9.]+|[\w√α-ωΑ-Ω]+|[<>=!]=|.)/su;
const READABLE = /^(?:[\w.√α-ωΑ-Ω+\-−*×·⋅/÷<>≤≥=≠^⁻⁰¹²³⁴-⁹()|,?:]|!=)/u;

function tokenFault(token: string, place: number, text: string): Fault {
  const to = place + token.length;
  if (!READABLE.test(token)) return faultAt('unreadable', place, to, { text: token });
  if (token === ')' && openBracket(text.slice(0, place)) < 0)
    return faultAt('nothingToClose', place, to);
  if (token === ',' && /[0-9]$/.test(text.slice(0, place)) && /^,[0-9]/.test(text.slice(place)))
    return faultAt('decimalComma', place, to);
  return faultAt('unexpected', place, to, { text: token });
}

/** Everything reads well and then stops: a bracket or bar left open, or a value missing. */
function endFault(text: string): Fault {
  const open = openBracket(text);
  if (open >= 0) return faultAt('leftOpen', open, open + 1, { text: '(' });
  const bar = text.lastIndexOf('|');
  const bars = text.split('|').length - 1;
  if (bars % 2 === 1) return faultAt('leftOpen', bar, bar + 1, { text: '|' });
  const end = text.trimEnd().length;
  return faultAt('unfinished', end, end);
}

/** Place of the last round bracket that is not closed; −1 if all are. */
function openBracket(text: string): number {
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') open.push(i);
    else if (text[i] === ')') open.pop();
  }
  return open.at(-1) ?? -1;
}

/** Unknown names, calls with too few or too many arguments, numbers side by side. */
export function wordFault(tree: Tree, text: string): Fault | undefined {
  let fault: Fault | undefined;
  tree.iterate({
    enter(node) {
      fault ??= faultOf(node, text);
      return fault === undefined;
    },
  });
  return fault;
}

function faultOf(node: SyntaxNodeRef, text: string): Fault | undefined {
  const { name, from, to } = node;
  if (name === 'Name') return nameFault(text.slice(from, to), from, to);
  if (name === 'Number' && !Number.isFinite(Number(text.slice(from, to))))
    return faultAt('tooLarge', from, to, { text: text.slice(from, to) });
  if (name === 'Implicit') {
    const right = node.node.lastChild;
    const before = text.slice(0, right?.from).trimEnd();
    if (right && /[0-9.]$/.test(before) && /^[0-9.]/.test(text.slice(right.from)))
      return faultAt('twoNumbers', right.from, right.to);
  }
  if (!name.endsWith('Call')) return undefined;
  const called = node.node.firstChild;
  const last = node.node.lastChild;
  if (!called || !last) return undefined;
  const word = text.slice(called.from, called.to);
  const got = last.name === 'Arguments' ? childrenOf(last).length : 1;
  const [least, most] = functions.get(word)?.arity ?? [1, 1];
  if (got >= least && got <= most) return undefined;
  const expected = least === most ? least : `${least}–${most}`;
  return faultAt('argumentCount', called.from, called.to, { name: word, got, expected });
}

/** The nodes directly below `node`, left to right. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

function nameFault(name: string, from: number, to: number): Fault | undefined {
  if (name === VARIABLE || constants.has(name)) return undefined;
  const probably = meant(name);
  return probably === undefined
    ? faultAt('unknownName', from, to, { name })
    : faultAt('unknownNameMeant', from, to, { name, meant: probably });
}
