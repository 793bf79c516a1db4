// Every job the full widget's worker can be asked for; see jobs.ts.
import type { Jobs } from './job.ts';
import { curveFit } from './jobs/fit.ts';
import { optimum } from './jobs/optimum.ts';

export const laboratoryJobs = { fit: curveFit, optimum } satisfies Jobs;
