// Makes the pictures that stand for the site elsewhere (`npm run pictures`, after a build): a social
// card per language in public/cards/, and the README's picture. They show the first screen as built.
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { pages } from '../build/built.ts';
import { serve } from '../serve.ts';
import { findBrowser } from './find-browser.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const executablePath = findBrowser();
if (!executablePath) throw new Error('no browser to take pictures with; set CHROME_PATH');

const frame = `
  .header, .contents, .text, .footer, .offer { display: none !important; }
  .masthead { display: grid !important; grid-template-columns: 1fr 1.1fr !important; gap: 48px; align-items: center;
    width: 1200px; max-width: none !important; height: 630px; margin: 0; padding: 40px 64px !important; }
  .chapter { display: block !important; max-width: none !important; margin: 0; padding: 0 !important; }
  .masthead input, .masthead button, .masthead label { visibility: hidden; }
  h1 { font-size: 58px !important; }
`;

const site = await serve();
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const context = await browser.newContext({
  viewport: { width: 1200, height: 630 },
  bypassCSP: true,
  reducedMotion: 'reduce',
});
mkdirSync(`${root}public/cards`, { recursive: true });
const page = await context.newPage();
// a language's front page is a folder with an article of its own beside it
for (const front of pages.filter((file) =>
  readFileSync(`${root}dist/${file}`, 'utf8').includes('class="masthead with-figure"'),
)) {
  await page.goto(site.address + front);
  await page.waitForFunction(() => document.querySelector('#hero[data-alive]') !== null);
  await page.addStyleTag({ content: frame });
  await page.waitForTimeout(500);
  const locale = front === 'index.html' ? 'en' : front.split('/')[0];
  await page.screenshot({ path: `${root}public/cards/${locale}.png` });
  if (locale === 'en') await page.screenshot({ path: `${root}.github/picture.png` });
}
await browser.close();
await site.close();
