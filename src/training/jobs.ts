// The jobs of the plane figures. To add one: a module in jobs/, and a line here.
import type { Jobs } from './job.ts';
import { plane } from './jobs/plane.ts';
import { trials } from './jobs/trials.ts';

export const jobs = { plane, trials } satisfies Jobs;

export type JobName = keyof typeof jobs;
export type JobNamed<Name extends JobName> = (typeof jobs)[Name];
