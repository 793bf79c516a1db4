// Finds the browsers on this machine, and what to install where one is missing.
import { existsSync, readdirSync } from 'node:fs';
import { findBrowser, findShell } from '../find-browser.ts';
import type { EngineName } from './names.ts';

const programs = (...names: string[]): string | undefined =>
  names.flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`]).find(existsSync);

/** WebKitGTK's own small browser: it lives beside the library. */
const miniBrowser = (): string | undefined =>
  (existsSync('/usr/lib') ? readdirSync('/usr/lib') : [])
    .flatMap((folder) => ['6.0', '4.1'].map((api) => `/usr/lib/${folder}/webkit2gtk-${api}`))
    .concat('/usr/libexec/webkit2gtk-4.1', '/usr/lib/webkit2gtk-4.1')
    .map((folder) => `${folder}/MiniBrowser`)
    .find(existsSync);

interface Engine {
  /** What is there, by the name it is asked for; undefined where something is missing. */
  readonly find: () => Readonly<Record<string, string>> | undefined;
  readonly packages: readonly string[];
  /** Tried where `packages` are installed; nothing is lost without them but time. */
  readonly niceToHave?: readonly string[];
  readonly elsewhere: string;
}

const all = (parts: Readonly<Record<string, string | undefined>>) =>
  Object.values(parts).every(Boolean) ? (parts as Readonly<Record<string, string>>) : undefined;

export const engines: Readonly<Record<EngineName, Engine>> = {
  chromium: {
    find: () =>
      all({ CHROME_PATH: (process.env['CHROME_PATH'] ? undefined : findShell()) ?? findBrowser() }),
    packages: ['chromium'],
    niceToHave: ['chromium-headless-shell'],
    elsewhere: 'install Chromium, Chrome or Edge, or set CHROME_PATH to the program',
  },
  firefox: {
    find: () =>
      all({
        FIREFOX_PATH:
          process.env['FIREFOX_PATH'] ??
          programs('firefox-esr', 'firefox') ??
          ['/Applications/Firefox.app/Contents/MacOS/firefox'].find(existsSync),
      }),
    packages: ['firefox-esr'],
    elsewhere: 'install Firefox, or set FIREFOX_PATH to the program (Linux and macOS)',
  },
  webkit: {
    find: () =>
      all({
        MINIBROWSER_PATH: miniBrowser(),
        WEBKIT_DRIVER_PATH: programs('WebKitWebDriver'),
        XVFB_PATH: programs('Xvfb'),
      }),
    packages: ['webkit2gtk-driver', 'xvfb'],
    elsewhere: 'WebKitGTK with its WebDriver, and Xvfb (Linux)',
  },
};
