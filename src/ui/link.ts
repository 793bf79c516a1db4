// A figure's state as text in the address fragment: "#one-line~line=1,2,-0.5~best=1". Only what
// differs from the start is written. Reading is strict: one bad value and the whole link is refused,
// with the reason, rather than half applied.

/** How one input is written and read; `parse` returns undefined for text it does not accept. */
export interface Field<Value> {
  readonly parse: (text: string) => Value | undefined;
  readonly format: (value: Value) => string;
}

// The values of a figure differ in type from field to field; each field only meets its own.
// biome-ignore lint/suspicious/noExplicitAny: variance of a heterogeneous record
export type Fields = Readonly<Record<string, Field<any>>>;
export type ValuesOf<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<infer V> ? V : never;
};

/** A finite number in [min, max], written so that it reads back to the same bits. */
export function numberIn(min: number, max: number): Field<number> {
  return {
    parse: (text) => {
      const value = Number(text);
      return text.trim() !== '' && value >= min && value <= max ? value : undefined;
    },
    format: String,
  };
}

/** A whole number in [min, max]. */
export function wholeIn(min: number, max: number): Field<number> {
  const number = numberIn(min, max);
  return {
    parse: (text) => {
      const value = number.parse(text);
      return Number.isInteger(value) ? value : undefined;
    },
    format: String,
  };
}

/** `count` (or, without it, between `least` and `most`) numbers in [min, max], joined by commas. */
export function numbersIn(
  min: number,
  max: number,
  [least, most]: readonly [number, number],
): Field<readonly number[]> {
  const number = numberIn(min, max);
  return {
    parse: (text) => {
      const parts = text === '' ? [] : text.split(',', most + 1);
      if (parts.length < least || parts.length > most) return undefined;
      const values = parts.map(number.parse);
      return values.every((value) => value !== undefined) ? values : undefined;
    },
    format: (values) => values.join(','),
  };
}

/** `numbersIn` for whole numbers, such as the sizes of layers. */
export function wholesIn(
  min: number,
  max: number,
  counts: readonly [number, number],
): Field<readonly number[]> {
  const numbers = numbersIn(min, max, counts);
  return {
    parse: (text) => {
      const values = numbers.parse(text);
      return values?.every(Number.isInteger) ? values : undefined;
    },
    format: numbers.format,
  };
}

/** One of a fixed list of names, such as the keys of a registry. */
export function oneOf<Name extends string>(names: readonly Name[]): Field<Name> {
  return { parse: (text) => names.find((name) => name === text), format: String };
}

/** Yes or no, as 1 or 0. */
export const flag: Field<boolean> = {
  parse: (text) => (text === '1' ? true : text === '0' ? false : undefined),
  format: (value) => (value ? '1' : '0'),
};

/** What an author wrote in a figure's tag, or what is usual; throws, failing the build, if it is wrong. */
export function authored<Value>(
  field: Field<Value>,
  name: string,
  text: string | undefined,
  usual: Value,
): Value {
  if (text === undefined) return usual;
  const value = field.parse(text);
  if (value === undefined) throw new Error(`figure: ${name} cannot be "${text}"`);
  return value;
}

/** The fragment (without "#") for figure `id`: fields equal to their `start` value are left out. */
export function writeLink<F extends Fields>(
  id: string,
  fields: F,
  start: ValuesOf<F>,
  now: ValuesOf<F>,
): string {
  const parts = Object.entries(fields)
    .map(([name, field]) => ({
      name,
      before: field.format(start[name]),
      after: field.format(now[name]),
    }))
    .filter(({ before, after }) => before !== after)
    .map(
      ({ name, after }) =>
        `${name}=${encodeURIComponent(after).replaceAll('%2C', ',').replaceAll('~', '%7E')}`,
    );
  return [id, ...parts].join('~');
}

export type LinkReading<F extends Fields> =
  | { readonly kind: 'other' }
  | { readonly kind: 'state'; readonly values: Partial<ValuesOf<F>> }
  | { readonly kind: 'fault'; readonly part: string };

/** Reads a fragment (with or without "#"). 'other': it is not a link to this figure's state. */
export function readLink<F extends Fields>(id: string, fields: F, hash: string): LinkReading<F> {
  const [target, ...parts] = hash.replace(/^#/, '').split('~');
  if (target !== id || parts.length === 0) return { kind: 'other' };
  const values: Record<string, unknown> = {};
  for (const part of parts) {
    const cut = part.indexOf('=');
    const name = part.slice(0, Math.max(cut, 0));
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const value = field?.parse(decode(part.slice(cut + 1)));
    // an empty part is shown as the separator it stands between
    if (value === undefined) return { kind: 'fault', part: part.slice(0, 60) || '~' };
    values[name] = value;
  }
  return { kind: 'state', values: values as Partial<ValuesOf<F>> };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '\u0000';
  }
}
