// Finds a Chromium-family browser: CHROME_PATH, Playwright's own, or the usual places.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const usualPlaces: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Path of the browser to test with, or undefined where there is none. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROME_PATH'];
  if (named) return existsSync(named) ? named : undefined;
  return [chromium.executablePath(), ...(usualPlaces[process.platform] ?? [])].find(existsSync);
}

/** The same browser built without windows, which opens pages in half the time; undefined where it is not. */
export function findShell(): string | undefined {
  return ['/usr/bin/chromium-headless-shell'].find(existsSync);
}
