// Every job the full widget's worker, and that of the figures around it, can be asked for; see jobs.ts.
import type { Jobs } from './job.ts';
import { curveFit } from './jobs/fit.ts';
import { optimum } from './jobs/optimum.ts';
import { widths } from './jobs/widths.ts';

export const laboratoryJobs = { fit: curveFit, optimum, widths } satisfies Jobs;
