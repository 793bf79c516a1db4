// A trainer of one of the worker's jobs, by name and typed by it. Only the types of the jobs are
// used here: their code is the worker's.
import type { JobName, JobNamed } from './jobs.ts';
import { browser, type Surroundings } from './surroundings.ts';
import { createTrainer, type Trainer } from './trainer.ts';

export function trainerOf<Name extends JobName>(
  name: Name,
  around: Surroundings = browser,
): Trainer<JobNamed<Name>> {
  return createTrainer<JobNamed<Name>>(name, around);
}
