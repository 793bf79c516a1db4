// The kinds of blocks a network can be built from.
import { bumps } from './bumps.ts';
import { hats } from './hats.ts';
import type { Kind } from './kind.ts';
import { kinks } from './kinks.ts';
import { steps } from './steps.ts';

export const kinds = { kinks, hats, steps, bumps } satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly KindName[];

/** Steps and bumps can be made of several activations; the others are ReLUs by nature. */
export const isSteep = (kind: KindName): boolean => kind === 'steps' || kind === 'bumps';
