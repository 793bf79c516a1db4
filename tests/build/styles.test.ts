// What one of the engines does not read, though the others do.
import { expect, it } from 'vitest';
import { files, read } from './built.ts';

const sheets = files.filter((file) => file.endsWith('.css'));

it('no line under words has its kind in the shorthand: WebKit would leave the line out', () => {
  expect(sheets).not.toEqual([]);
  for (const sheet of sheets) {
    const found = read(sheet).match(/text-decoration:[^;}]*(?:dotted|dashed|wavy|double|var)/g);
    expect(found, sheet).toBeNull();
  }
});
