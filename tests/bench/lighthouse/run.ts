// Lighthouse on every page of the built site, phone and desktop, from a server that zips, over HTTP/2,
// under the base path. Writes report.json and report.md beside this file; pages named on the command line are
// measured anew, the others keep their figures.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { siteAddress } from '../../../src/site/address.mjs';
import { findBrowser } from '../../browser/find-browser.ts';
import { pages } from '../../build/built.ts';
import { forms, type Measured, markdownOf, type Report } from './report.ts';

const { default: lighthouse, desktopConfig } = await import('lighthouse');
const { launch } = await import('chrome-launcher');
const { serveEncrypted } = await import('./serve-encrypted.ts');

const file = new URL('report.json', import.meta.url);
const kept = (): Report | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

const asked = process.argv.slice(2);
const all = pages.map((page) => page.replace(/index\.html$/, ''));
// the 404 page is meant to answer with an error
const paths = (asked.length > 0 ? asked.map((path) => (path === '.' ? '' : path)) : all).filter(
  (path) => path !== '404.html',
);
const unknown = paths.filter((path) => !all.includes(path));
if (unknown.length > 0) throw new Error(`no such page: ${unknown}; there are ${all}`);

const chromePath = findBrowser();
if (!chromePath) throw new Error('no browser found');
const site = await serveEncrypted(siteAddress().base);
const results: Measured[] = [];
let versions = { lighthouse: '', browser: '' };
for (const path of paths) {
  for (const form of forms) {
    const chrome = await launch({
      chromePath,
      chromeFlags: [
        '--headless=new',
        '--ignore-certificate-errors',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
    const run = await lighthouse(
      site.address + path,
      { port: chrome.port, logLevel: 'error' },
      form === 'desktop' ? desktopConfig : undefined,
    );
    chrome.kill();
    if (!run) throw new Error(`no result for ${path}`);
    const { categories, audits, lighthouseVersion, environment, runtimeError } = run.lhr;
    if (runtimeError) throw new Error(`${path}: ${runtimeError.message}`);
    versions = {
      lighthouse: lighthouseVersion,
      browser: /Chrome\/[\d.]+/.exec(environment.hostUserAgent)?.[0] ?? '',
    };
    const value = (name: string) => audits[name]?.numericValue ?? Number.NaN;
    const measured: Measured = {
      path,
      form,
      scores: Object.fromEntries(
        Object.entries(categories).map(([name, { score }]) => [
          name,
          Math.round((score ?? 0) * 100),
        ]),
      ),
      largestPaint: Math.round(value('largest-contentful-paint')),
      blocked: Math.round(value('total-blocking-time')),
      shift: Number(value('cumulative-layout-shift').toFixed(3)),
      failed: Object.values(audits)
        .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0)
        .map(({ id }) => id),
    };
    results.push(measured);
    console.info(JSON.stringify(measured));
  }
}
site.close();

const stays = (old: Measured) =>
  !results.some(({ path, form }) => path === old.path && form === old.form);
const report: Report = {
  ...versions,
  processors: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  results: [...(kept()?.results.filter(stays) ?? []), ...results].sort(
    (a, b) => all.indexOf(a.path) - all.indexOf(b.path) || a.form.localeCompare(b.form),
  ),
};
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
writeFileSync(new URL('report.md', import.meta.url), markdownOf(report));
