// What every page is to those who do not see it: no violation of any rule, a name for every control,
// and a text that can be followed by ear. Before and after everything on the page has been used.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Accessible,
  accessibilityTree,
  controlRoles,
  everyNode,
} from './accessibility-tree.ts';
import { operate } from './operate.ts';
import { can, needs, useSite, type Visit } from './page.ts';
import { transcript } from './transcript.ts';
import { wake } from './wake.ts';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Rules that are off, and why. All others are on: levels A to AAA, best practice, experimental. */
const off = {
  // the symbols of classes and neurons keep their one colour in sentences, plots and formulas; they
  // meet AA (4.5:1), and no colour at 7:1 on this ground is still told from ink
  'color-contrast-enhanced': { enabled: false },
  // asks for a widget role on formulas that scroll; they are no widgets, and take focus so that keys
  // can scroll them
  'focus-order-semantics': { enabled: false },
  // takes a figure's caption for a heading; it is the figure's name
  'p-as-heading': { enabled: false },
  // only says that something is hidden
  'hidden-content': { enabled: false },
  // run alone, in both themes
  'color-contrast': { enabled: false },
} as const;

/** Tests of the pages at `paths`; call at the top of a file. */
export function checkAccessibility(paths: readonly string[]): void {
  const open = useSite();
  describe.each(paths)('page "%s"', (path) => {
    let visit: Visit;
    beforeAll(async () => {
      visit = await open(path, { reducedMotion: 'reduce' });
      await wake(visit.page);
      await visit.page.evaluate(axeSource);
      // far larger than the window that clips them, these shapes hide from axe what lies behind what
      await visit.page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('[clip-path] > * { visibility: hidden }');
        document.adoptedStyleSheets.push(sheet);
      });
    });
    afterAll(() => visit?.close());

    const run = (where: string, options: axe.RunOptions) =>
      visit.page.evaluate(
        async ([part, wishes]) => {
          const { run } = (window as unknown as { axe: typeof axe }).axe;
          // what passes is neither kept nor given an address
          const sparing = { resultTypes: ['violations' as const], selectors: false };
          const { violations } = await run({ include: [[part]] }, { ...wishes, ...sparing });
          return violations.flatMap(({ id, help, nodes }) =>
            nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html} ${failureSummary}`),
          );
        },
        [where, options] as const,
      );

    /** Of all rules only contrast depends on the colours; it is looked at in both themes. */
    const violations = async (where = 'html') => {
      const found = await run(where, { rules: off });
      await visit.page.evaluate(hideAlike);
      for (const colorScheme of ['dark', 'light'] as const) {
        await visit.page.emulateMedia({ colorScheme });
        found.push(...(await run(where, { runOnly: ['color-contrast'] })));
      }
      await visit.page.evaluate(() => document.adoptedStyleSheets.pop());
      return found;
    };

    it('is read aloud, from start to end, as its transcript says; every control by its own name', async () => {
      needs('the DevTools protocol');
      const tree = await accessibilityTree(visit.page);
      expect(misnamed(tree)).toEqual([]);
      // pages of tables are their tables
      if (path.endsWith('data/')) return;
      const name = path.replaceAll('/', '-').replace(/-$|\.html$/, '') || 'en';
      await expect(transcript(tree)).toMatchFileSnapshot(`__snapshots__/${name}.txt`);
    });

    it('violates no rule, in light or in dark', async () => {
      expect(await violations()).toEqual([]);
    });

    it('violates none either, and names every control, when everything on it has been used', async () => {
      // the text stays as it was
      const changed = 'figure, .predict';
      if ((await visit.page.locator(changed).count()) === 0) return;
      await operate(visit.page);
      // the tree only Chromium gives; axe looks at names too
      if (can('the DevTools protocol')) {
        expect(misnamed(await accessibilityTree(visit.page))).toEqual([]);
      }
      expect(await violations(changed)).toEqual([]);
      expect(visit.faults.filter((fault) => !(path === '404.html' && /404/.test(fault)))).toEqual(
        [],
      );
    });
  });
}

/**
 * Leaves one of the symbols and cells that look alike and stand on the same ground, and hides the others:
 * their contrast is the same, and a page has thousands. Runs in the page.
 */
function hideAlike(): void {
  const seen = new Set<string>();
  for (const leaf of document.querySelectorAll('.katex *, td, th')) {
    if (leaf.firstElementChild) continue;
    const { color, fontSize, fontWeight, opacity } = getComputedStyle(leaf);
    const grounds: string[] = [];
    for (let at: Element | null = leaf; at; at = at.parentElement) {
      const { backgroundColor, opacity: dimmed } = getComputedStyle(at);
      grounds.push(backgroundColor, dimmed);
      if (at.matches('.katex, tr')) break;
    }
    const { id } = leaf.closest('figure, section, [id]') ?? {};
    const look = [leaf.localName, id, color, fontSize, fontWeight, opacity, ...new Set(grounds)];
    leaf.toggleAttribute('data-alike', seen.has(look.join()));
    seen.add(look.join());
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('[data-alike] { visibility: hidden !important }');
  document.adoptedStyleSheets.push(sheet);
}

/** Controls without a name, sliders whose value is not said, and names that do not tell two apart. */
function misnamed(page: Accessible): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  for (const { node, path } of everyNode(page)) {
    const { role, name, value } = node;
    if (!controlRoles.has(role)) continue;
    if (!name.trim()) found.push(`a ${role} without a name, in ${path.at(-1)?.name}`);
    if (role === 'slider' && !value.trim()) found.push(`slider "${name}" does not say its value`);
    const figure = path.findIndex((around) => around.role === 'figure');
    if (figure < 0 || role === 'link') continue;
    // groups within the figure tell their controls apart
    const where = path.slice(figure).map((around) => around.name);
    const key = `${role} "${name}" in ${where.filter(Boolean).join(' > ')}`;
    if (seen.has(key)) found.push(`two of ${key}`);
    seen.add(key);
  }
  return found;
}
