// Reads a table a slice at a time, so that the page answers in between, and stops when told to.
import { readTable, type TableReading } from './csv.ts';

/** Largest text, in characters; a hundred thousand rows of two long numbers fit. */
export const MOST_TEXT = 20_000_000;

/**
 * What a file says, in UTF-16 or UTF-8, or in the older encoding that spreadsheets still write; undefined
 * where that is no text.
 */
export async function textOf(file: Blob, older: string): Promise<string | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mark = (bytes[0] << 8) | bytes[1];
  const text =
    mark === 0xfffe || mark === 0xfeff
      ? new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(bytes)
      : decodeOr(bytes, older);
  return text.includes('\0') ? undefined : text;
}

function decodeOr(bytes: Uint8Array, older: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(older).decode(bytes);
  }
}

/** The table in `text`; undefined when `signal` was aborted. `onProgress` gets the lines read so far. */
export async function readData(
  text: string,
  onProgress: (lines: number) => void,
  signal: AbortSignal,
): Promise<TableReading | undefined> {
  if (text.length > MOST_TEXT)
    return { ok: false, faults: [{ key: 'tooMuchText', values: {} }], count: 1 };
  const reader = readTable(text);
  for (;;) {
    const step = reader.next();
    if (signal.aborted) return undefined;
    if (step.done) return step.value;
    onProgress(step.value);
    await new Promise((resume) => setTimeout(resume));
    if (signal.aborted) return undefined;
  }
}
