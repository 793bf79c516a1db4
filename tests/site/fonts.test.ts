import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { fonts, make } from '../../src/site/fonts/subset.mjs';

it.each(Object.keys(fonts))(
  '%s is what `npm run fonts` makes of its list of characters',
  async (name) => {
    const stored = await readFile(new URL(`../../src/site/fonts/${name}.woff2`, import.meta.url));
    expect(stored.equals(await make(name))).toBe(true);
  },
);
