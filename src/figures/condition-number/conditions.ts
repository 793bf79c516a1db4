// Condition numbers of all widths, computed at build: they are the same for every reader and target.
import { descentIn, hatBasis, reluBasis } from '../../core/approximation/coordinates.ts';
import { sampleFunction } from '../../core/approximation/samples.ts';
import { type Conditions, WIDEST } from './model.ts';

let known: Conditions | undefined;

export function allConditions(): Conditions {
  if (known) return known;
  const { x, y } = sampleFunction(() => 0);
  const of = (basis: typeof reluBasis) =>
    Array.from({ length: WIDEST }, (_, i) =>
      Number(descentIn(basis(x, i + 1), y).condition.toPrecision(5)),
    );
  known = { relus: of(reluBasis), hats: of(hatBasis) };
  return known;
}
