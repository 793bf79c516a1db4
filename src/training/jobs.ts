// Every job a worker can be asked for. To add one: a module in jobs/, and a line here.
import type { Jobs } from './job.ts';
import { curveFit } from './jobs/fit.ts';
import { optimum } from './jobs/optimum.ts';
import { plane } from './jobs/plane.ts';
import { trials } from './jobs/trials.ts';

export const jobs = { plane, trials, fit: curveFit, optimum } satisfies Jobs;

export type JobName = keyof typeof jobs;
export type JobNamed<Name extends JobName> = (typeof jobs)[Name];
