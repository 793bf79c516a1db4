// Every fact by its name, and the way a chapter's <Fact name="…" /> is written out. They are
// computed at build and in tests; none of it goes to the browser.

import { approximationFacts } from './approximation.ts';
import { depthFacts } from './depth.ts';
import type { Fact } from './fact.ts';
import { networkFacts } from './networks.ts';
import { planeFacts } from './plane.ts';
import { trainingFacts } from './training.ts';

export const facts: Readonly<Record<string, Fact>> = {
  ...planeFacts,
  ...networkFacts,
  ...approximationFacts,
  ...depthFacts,
  ...trainingFacts,
};

/**
 * The fact as a reader of `locale` sees it, with a true minus sign, its thousands apart as in the
 * figures. Throws for an unknown name and for a value that is not finite, which fails the build.
 */
export function factText(name: string, locale: string): string {
  const fact = facts[name];
  if (!fact) throw new Error(`unknown fact "${name}"`);
  if (!Number.isFinite(fact.value)) throw new Error(`fact "${name}" is not finite: ${fact.value}`);
  const text = new Intl.NumberFormat(locale, fact.format).format(fact.value);
  return text.replace('-', '−').replaceAll(',', '\u202f');
}
