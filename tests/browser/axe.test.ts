// No page breaks a rule that axe can check, in either colours, with its figures awake.
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { pages } from '../build/built.ts';
import { useSite } from './page.ts';
import { wake } from './wake.ts';

const open = useSite();
const paths = pages.map((page) => page.replace(/index\.html$/, ''));

describe.each(paths)('page "%s"', (path) => {
  it.each(['light', 'dark'] as const)(
    'has no accessibility violation in %s colours',
    async (colorScheme) => {
      const { page, faults, close } = await open(path, { colorScheme, reducedMotion: 'reduce' });
      await wake(page);
      const axe = new AxeBuilder({ page });
      // of all rules only contrast depends on the colours
      if (colorScheme === 'dark') axe.withRules(['color-contrast']);
      const { violations } = await axe.analyze();
      const found = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target} ${failureSummary}`),
      );
      expect(found).toEqual([]);
      expect(faults.filter((fault) => !(path === '404.html' && fault.startsWith('404')))).toEqual(
        [],
      );
      await close();
    },
    180_000,
  );
});
