// The thread of the article's figures.
import { jobs } from './jobs.ts';
import { loadKernel } from './load-kernel.ts';
import { serve } from './serve.ts';

/** Where a worker is started from. */
export const address = import.meta.url;

serve(jobs, loadKernel);
