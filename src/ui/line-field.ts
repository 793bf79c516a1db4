// A line in a link: its three numbers, refused when they draw no line.
import { isDirectionless, type Line } from './line.ts';
import { type Field, numbersIn } from './link.ts';

/** Weights and bias stay within [−lineLimit, lineLimit]. */
export const lineLimit = 20;

const three = numbersIn(-lineLimit, lineLimit, [3, 3]);

export const lineField: Field<Line> = {
  parse: (text) => {
    const values = three.parse(text);
    if (!values) return undefined;
    const line: Line = [values[0], values[1], values[2]];
    return isDirectionless(line) ? undefined : line;
  },
  format: three.format,
};
