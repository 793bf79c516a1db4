// Trained at build by the worker's own code: the run on show, and the outcomes of many starts.
import { datasets } from '../../core/datasets.ts';
import type { Run } from '../../training/job.ts';
import { plane } from '../../training/jobs/plane.ts';
import { trials } from '../../training/jobs/trials.ts';
import type { Poster } from './model.ts';
import { planeInput, posterSteps, trialOptions, usual } from './settings.ts';

const starts = 100;
const shown = ['relu', 'tanh', 'sigmoid'] as const;
/** Losses on the poster's curve; the eye needs no more. */
const mostLosses = 64;

function complete<Snapshot>(run: Run<never, Snapshot>): Snapshot {
  while (run.advance());
  return run.show().value;
}

const thinned = (losses: Float64Array, every: number) =>
  Array.from(losses)
    .filter((_, i) => i % every === 0)
    .map((loss) => Number(loss.toPrecision(3)));

export function poster(): Poster {
  const { points } = datasets.article;
  const input = { ...planeInput(usual, points), steps: posterSteps };
  const { parameters, loss, losses, stride } = complete(plane(input));
  const every = Math.ceil(losses.length / mostLosses);
  const { codes } = complete(
    trials({ activations: shown, seeds: starts, options: trialOptions(usual, points) }),
  );
  return {
    parameters: Array.from(parameters),
    loss,
    losses: thinned(losses, every),
    stride: stride * every,
    trials: shown.map((activation, a) => ({
      activation,
      codes: codes.subarray(a * starts, (a + 1) * starts).join(''),
    })),
  };
}
