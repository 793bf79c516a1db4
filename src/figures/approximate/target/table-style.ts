// How a table is written: what parts its columns, and whether its numbers have a decimal point or comma.
import { halfWidth } from '../../../ui/half-width.ts';
import { dayOf, isAmbiguous, numberOf, PLAIN } from './fields.ts';

/** Most first lines the style is told by: each counts for more than all that are pairs and no numbers. */
export const LINES_TRIED = 30;

export interface Style {
  readonly separator: string | RegExp;
  readonly comma: boolean;
}

const styles: readonly Style[] = ['\t', ';', ',', /\s+/].flatMap((separator) =>
  [false, true].map((comma) => ({ separator, comma })),
);

/** Fields of a line, without quotes and spaces around; full-width separators part it where no other does. */
export function fieldsOf(line: string, style: Style): readonly string[] {
  const fields = parted(line, style);
  return fields.length > 1 || PLAIN.test(line) ? fields : parted(halfWidth(line), style);
}

function parted(line: string, { separator }: Style): readonly string[] {
  // an empty cell at either end of a row of a spreadsheet is a tab there
  const row = separator === '\t' ? line : line.trim();
  if (!line.includes('"')) return row.split(separator).map(trim);
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  const separates = (sign: string) =>
    typeof separator === 'string' ? sign === separator : /\s/.test(sign);
  for (const sign of row) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && separates(sign)) {
      fields.push(field);
      field = '';
    } else field += sign;
  }
  return [...fields, field].map(trim);
}

const trim = (field: string) => field.trim();

/**
 * The style that makes most of the first lines pairs of numbers, or at least pairs; the earlier of equals.
 * "1,234" from a spreadsheet or in quotes is a thousand and more; between semicolons, which stand where
 * commas are decimal, and between spaces it is one and a little.
 */
export function styleOf(lines: readonly string[]): Style {
  let best = styles[0];
  let most = -1;
  for (const style of styles) {
    const decimal = style.separator !== '\t' && style.separator !== ',';
    let score = 0;
    let gaps = 0;
    for (const line of lines) {
      const [x, y] = fieldsOf(line, style);
      if (isPlace(x, style) && isValue(y, style)) {
        score += LINES_TRIED;
        if (decimal && !style.comma && (isAmbiguous(x) || isAmbiguous(y))) score--;
      } else if (y !== undefined) {
        score++;
        if (!x || !y) gaps += LINES_TRIED - 1;
      }
    }
    // beside whole rows, those with an empty cell are rows too
    if (score > LINES_TRIED) score += gaps;
    if (score <= most) continue;
    best = style;
    most = score;
  }
  return best;
}

export function isValue(field: string | undefined, { comma }: Style): field is string {
  return field !== undefined && field !== '' && numberOf(field, comma) !== undefined;
}

export function isPlace(field: string | undefined, style: Style): field is string {
  return isValue(field, style) || (field !== undefined && dayOf(field) !== undefined);
}
