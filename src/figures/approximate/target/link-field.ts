// A target as text in a link, restored to the bit: hand-made curves as two signs a level, data as the
// shortest numbers that read back the same. Reading is strict; what cannot be right is refused whole.
import { STANDARD_CELLS } from '../../../core/approximation/samples.ts';
import { type TargetName, targets } from '../../../core/approximation/targets.ts';
import type { Field } from '../../../ui/link.ts';
import { type ControlPoint, FEWEST_POINTS, MOST_POINTS, NEAREST } from './control-points.ts';
import { cellOf, cellPlace, type Data } from './data.ts';
import { COLUMNS } from './drawing.ts';
import { isDomain, type Pane, TOP_LEVEL } from './pane.ts';
import type { Target } from './target.ts';

export const targetField: Field<Target> = { parse, format };

/** Between parts; neither a number nor an encoded name holds it. */
const BREAK = '!';
const LONGEST_TEXT = 300;
const LONGEST_NAME = 60;
const MOST_ROWS = 1e9;

function format(target: Target): string {
  switch (target.kind) {
    case 'preset':
      return target.name;
    case 'formula':
      return ['f', ...target.domain, target.text].join(BREAK);
    case 'drawing':
      return ['d', ...paneParts(target.pane, target.smooth), pack(target.levels)].join(BREAK);
    case 'control': {
      const levels = target.points.flatMap(({ x, y }) => [x, y]);
      return ['c', ...paneParts(target.pane, target.smooth), pack(levels)].join(BREAK);
    }
    case 'data':
      return formatData(target);
    default:
      return target satisfies never;
  }
}

function parse(text: string): Target | undefined {
  const [kind, ...parts] = text.split(BREAK);
  if (kind === 'f') return parseFormula(parts);
  if (kind === 'd') return parseDrawing(parts);
  if (kind === 'c') return parseControl(parts);
  if (kind === 't' || kind === 'b') return parseData(parts, kind === 'b');
  return Object.hasOwn(targets, text) ? { kind: 'preset', name: text as TargetName } : undefined;
}

function parseFormula([left, right, ...rest]: readonly string[]): Target | undefined {
  const domain = interval(left, right);
  const text = rest.join(BREAK);
  if (!domain || text.length > LONGEST_TEXT) return undefined;
  return { kind: 'formula', text, domain };
}

function parseDrawing(parts: readonly string[]): Target | undefined {
  const made = handMade(parts);
  return made?.levels.length === COLUMNS ? { kind: 'drawing', ...made } : undefined;
}

function parseControl(parts: readonly string[]): Target | undefined {
  const made = handMade(parts);
  if (!made) return undefined;
  const { pane, smooth, levels } = made;
  const points: ControlPoint[] = [];
  for (let i = 0; i + 1 < levels.length; i += 2) points.push({ x: levels[i], y: levels[i + 1] });
  const count = points.length;
  if (levels.length % 2 === 1 || count < FEWEST_POINTS || count > MOST_POINTS) return undefined;
  const ordered = points.every(({ x }, i) => i === 0 || x - points[i - 1].x >= NEAREST);
  if (!ordered || points[0].x !== 0 || points[count - 1].x !== TOP_LEVEL) return undefined;
  return { kind: 'control', pane, smooth, points };
}

function paneParts({ domain, range }: Pane, smooth: boolean): readonly (string | number)[] {
  return [...domain, ...range, smooth ? 1 : 0];
}

function handMade(parts: readonly string[]) {
  const [left, right, low, high, flag, packed] = parts;
  const domain = interval(left, right);
  const range = interval(low, high);
  const levels = packed === undefined ? undefined : unpack(packed);
  if (parts.length !== 6 || !domain || !range || !levels || !/^[01]$/.test(flag)) return undefined;
  return { pane: { domain, range }, smooth: flag === '1', levels };
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Whole numbers below 64² as two signs of base64url each. */
function pack(levels: readonly number[]): string {
  return levels.map((level) => SIGNS[level >> 6] + SIGNS[level & 63]).join('');
}

function unpack(text: string): readonly number[] | undefined {
  if (text.length % 2 === 1 || text.length > 2 * COLUMNS || !/^[\w-]*$/.test(text))
    return undefined;
  const levels: number[] = [];
  for (let i = 0; i < text.length; i += 2)
    levels.push(SIGNS.indexOf(text[i]) * 64 + SIGNS.indexOf(text[i + 1]));
  return levels.every((level) => level <= TOP_LEVEL) ? levels : undefined;
}

function number(text: string | undefined): number | undefined {
  // + 0 makes −0 the 0 it is written as
  const value = Number(text) + 0;
  return text !== undefined && text.trim() !== '' && Number.isFinite(value) ? value : undefined;
}

function interval(left: string | undefined, right: string | undefined) {
  const [from, to] = [number(left), number(right)];
  if (from === undefined || to === undefined || !isDomain([from, to])) return undefined;
  return [from, to] as const;
}

function escapeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/[!~]/g, (sign) =>
    sign === '!' ? '%21' : '%7E',
  );
}

function readName(text: string | undefined): string | undefined {
  try {
    const name = decodeURIComponent(text ?? '');
    return name.length <= LONGEST_NAME ? name : undefined;
  } catch {
    return undefined;
  }
}

function formatData(data: Data): string {
  const { binned, domain, rows, xName, yName, x, y } = data;
  const numbers: (number | '')[] = [];
  if (binned) {
    for (let cell = 0; cell < STANDARD_CELLS; cell++) numbers.push('');
    for (let i = 0; i < x.length; i++) numbers[cellOf(x[i], domain)] = y[i];
  } else for (let i = 0; i < x.length; i++) numbers.push(x[i], y[i]);
  const names = [escapeName(xName), escapeName(yName)];
  return [binned ? 'b' : 't', ...domain, rows, ...names, numbers.join(',')].join(BREAK);
}

function parseData(parts: readonly string[], binned: boolean): Target | undefined {
  const [left, right, count, xText, yText, list] = parts;
  const domain = interval(left, right);
  const rows = number(count);
  const [xName, yName] = [readName(xText), readName(yText)];
  if (parts.length !== 6 || !domain || rows === undefined) return undefined;
  if (xName === undefined || yName === undefined) return undefined;
  const fields = list.split(',', 2 * STANDARD_CELLS + 1);
  const points = binned ? binnedPoints(fields, domain) : plainPoints(fields, domain);
  if (!points || !Number.isInteger(rows) || rows < points.x.length || rows > MOST_ROWS)
    return undefined;
  return { kind: 'data', xName, yName, rows, domain, binned, ...points };
}

type Points = Pick<Data, 'x' | 'y'>;

function binnedPoints(fields: readonly string[], domain: Data['domain']): Points | undefined {
  if (fields.length !== STANDARD_CELLS) return undefined;
  const cells = fields.flatMap((field, cell) => (field === '' ? [] : [{ cell, y: number(field) }]));
  return checked(
    cells.map(({ cell }) => cellPlace(cell, domain)),
    cells.map(({ y }) => y),
  );
}

function plainPoints(fields: readonly string[], [left, right]: Data['domain']): Points | undefined {
  const values = fields.map(number);
  const x = values.filter((_, i) => i % 2 === 0);
  const points = checked(
    x,
    values.filter((_, i) => i % 2 === 1),
  );
  return points && points.x[0] === left && points.x[points.x.length - 1] === right
    ? points
    : undefined;
}

function checked(x: readonly (number | undefined)[], y: readonly (number | undefined)[]) {
  const sound = (values: typeof x): values is readonly number[] =>
    values.every((value) => value !== undefined && Math.abs(value) < 1e100);
  if (x.length < 2 || x.length !== y.length || x.length > STANDARD_CELLS) return undefined;
  if (!sound(x) || !sound(y)) return undefined;
  return x.every((value, i) => i === 0 || value > x[i - 1]) ? { x, y } : undefined;
}
