// The thread of the full widget: jobs the article's figures do without, and do not wait for.
import { laboratoryJobs } from './laboratory-jobs.ts';
import { loadKernel } from './load-kernel.ts';
import { serve } from './serve.ts';

/** Where a worker is started from. */
export const address = import.meta.url;

serve(laboratoryJobs, loadKernel);
