// Starts a browser as Playwright drives it. Chromium by its own protocol; Firefox and WebKit through
// a program that stands for the browser and speaks WebDriver BiDi.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, firefox } from 'playwright-core';
import { engines } from './find.ts';
import type { EngineName } from './names.ts';

export function launch(engine: EngineName): Promise<Browser> {
  const found = engines[engine].find();
  if (!found) throw new Error(`${engine} is not here: ${engines[engine].elsewhere}`);
  if (engine === 'chromium') {
    return chromium.launch({
      executablePath: found['CHROME_PATH'] ?? '',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
  }
  const { NODE_OPTIONS: _, ...environment } = process.env;
  return firefox.launch({
    channel: 'moz-firefox', // Playwright's name for "by BiDi"
    executablePath: fileURLToPath(new URL(`${engine}.ts`, import.meta.url)),
    env: {
      ...environment,
      ...found,
      PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
    },
    firefoxUserPrefs: {
      // the letters of a word typed on a list belong together, however slow the machine
      'ui.menu.incremental_search.timeout': 60_000,
      // a page that comes back whole tells no program so: the tests would wait for it to load
      'browser.sessionhistory.max_total_viewers': 0,
    },
    timeout: 120_000,
  });
}
