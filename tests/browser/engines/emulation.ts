// Wishes for a page that Playwright's BiDi protocol has no words for travel as a header that never
// reaches the network: page.ts writes it, the programs that stand for a browser take it out.
import type { BrowserContextOptions, Page } from 'playwright-core';

export type Wishes = NonNullable<Parameters<Page['emulateMedia']>[0]> &
  Pick<BrowserContextOptions, 'javaScriptEnabled'>;

const name = 'emulate';

export const headerOf = (wishes: Wishes): Record<string, string> => ({
  [name]: JSON.stringify(wishes),
});

/** The wishes among headers as BiDi writes them, or undefined where there are none. */
export function wishesIn(headers: unknown): Wishes | undefined {
  const list = headers as readonly { readonly name: string; readonly value: { value: string } }[];
  const found = list.find((header) => header.name.toLowerCase() === name);
  return found && (JSON.parse(found.value.value) as Wishes);
}
