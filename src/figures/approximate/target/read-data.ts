// Reads a table a slice at a time, so that the page answers in between, and stops when told to.
import { readTable, type TableReading } from './csv.ts';

/** Largest text, in characters; a hundred thousand rows of two long numbers fit. */
export const MOST_TEXT = 20_000_000;

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
