// What a test may need that not every engine can do, or not by the protocol it is driven by.
import { TestRunner } from 'vitest';
import { type EngineName, engine } from './names.ts';

const capabilities = {
  'the DevTools protocol': ['chromium'],
  'layout shifts as performance entries': ['chromium'],
  'touch emulation': ['chromium'],
  'forced colours': ['chromium'],
  'pages printed to a file': ['chromium', 'firefox'],
  'a browser of its own': ['chromium'],
  'one text of the page is enough': ['chromium'],
} as const satisfies Readonly<Record<string, readonly EngineName[]>>;

export type Capability = keyof typeof capabilities;

export const can = (capability: Capability): boolean =>
  (capabilities[capability] as readonly EngineName[]).includes(engine);

/** Call it first in a test: where the engine cannot do it, the test is skipped and the report says why. */
export function needs(capability: Capability): void {
  if (!can(capability)) TestRunner.getCurrentTest()?.context.skip(`needs ${capability}`);
}
