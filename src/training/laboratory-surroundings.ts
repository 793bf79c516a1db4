// The surroundings of the full widget: the browser's, with the widget's own worker.
import { surroundingsOf } from './browser-surroundings.ts';
import type { Surroundings } from './surroundings.ts';

export const laboratory: Surroundings = surroundingsOf(() => import('./laboratory.ts'));
