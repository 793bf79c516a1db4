// What the network is asked to imitate, in the five ways a reader can say it, and the one form in which
// the rest of the figure sees it: samples, with the function behind them where there is one.
import { denseSamples } from '../../../core/approximation/measure.ts';
import {
  type Domain,
  type SampleOptions,
  type Samples,
  STANDARD_CELLS,
  sampleFunction,
  toDomain,
  toUnit,
} from '../../../core/approximation/samples.ts';
import { type TargetName, targets } from '../../../core/approximation/targets.ts';
import { polygonThrough } from '../../../core/monotone-cubic.ts';
import { type ControlCurve, controlledCurve } from './control-points.ts';
import { type Data, dataSamples } from './data.ts';
import { type Drawing, drawnCurve } from './drawing.ts';

export type Target =
  | { readonly kind: 'preset'; readonly name: TargetName }
  | { readonly kind: 'formula'; readonly text: string; readonly domain: Domain }
  | ({ readonly kind: 'drawing' } & Drawing)
  | ({ readonly kind: 'control' } & ControlCurve)
  | ({ readonly kind: 'data' } & Data);

export type TargetKind = Target['kind'];

/** What is wrong: a key of the labels' "faults", what fills its template, and where in the text. */
export interface Fault {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Place in the formula, from … to in UTF-16 units. */
  readonly from?: number;
  readonly to?: number;
}

export interface Sampled {
  readonly target: Target;
  /** x in [−1, 1]; y of about unit size; domain, centre and scale lead back to the reader's units. */
  readonly samples: Samples;
  /** Least and greatest sample, in the reader's units. */
  readonly range: Domain;
  /** Intervals of the domain, in the reader's units, where the target has no finite value. */
  readonly holes: readonly Domain[];
  /** The function itself, in the reader's units; data have none between their points. */
  readonly value: ((x: number) => number) | undefined;
}

export type Sampling =
  | { readonly ok: true; readonly sampled: Sampled }
  | { readonly ok: false; readonly fault: Fault };

/** A formula as a function, or what is wrong with it. `formula.ts` has one, loaded when wanted. */
export type Compile = (
  text: string,
) =>
  | { readonly ok: true; readonly value: (x: number) => number }
  | { readonly ok: false; readonly fault: Fault };

/** Fewest samples a fit makes sense on. */
const FEWEST_SAMPLES = 2;

/** Samples of a target that is ready, which is every kind but a formula. */
export function sampleTarget(target: Exclude<Target, { kind: 'formula' }>): Sampling {
  switch (target.kind) {
    case 'preset': {
      const { value, domain } = targets[target.name];
      return sampled(target, value, { domain });
    }
    case 'drawing':
      return sampled(target, drawnCurve(target), {
        domain: target.pane.domain,
        standardise: true,
      });
    case 'control':
      return sampled(target, controlledCurve(target), {
        domain: target.pane.domain,
        standardise: true,
      });
    case 'data':
      return finish(target, dataSamples(target), undefined);
    default:
      return target satisfies never;
  }
}

/** Samples of a formula, given the parser. */
export function sampleFormula(
  target: Extract<Target, { kind: 'formula' }>,
  compile: Compile,
): Sampling {
  const compiled = compile(target.text);
  if (!compiled.ok) return compiled;
  return sampled(target, compiled.value, { domain: target.domain, standardise: true });
}

/** Makes samples on the denser grid the error is also measured on; data have none between their points. */
export function denseOf({ value, samples }: Sampled): (() => Samples) | undefined {
  return value && (() => denseSamples(value, samples, STANDARD_CELLS));
}

function sampled(target: Target, value: (x: number) => number, options: SampleOptions): Sampling {
  return finish(target, sampleFunction(value, options), value);
}

function finish(target: Target, samples: Samples, value: Sampled['value']): Sampling {
  if (samples.x.length < FEWEST_SAMPLES) {
    const [from, to] = samples.domain;
    return { ok: false, fault: { key: 'nowhere', values: { from, to } } };
  }
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const scaled of samples.y) {
    least = Math.min(least, samples.centre + scaled * samples.scale);
    greatest = Math.max(greatest, samples.centre + scaled * samples.scale);
  }
  const holes = samples.omitted > 0 ? holesOf(samples) : [];
  return { ok: true, sampled: { target, samples, range: [least, greatest], holes, value } };
}

/** Runs of cells without a sample, as intervals in the reader's units. */
function holesOf({ x, domain }: Samples): readonly Domain[] {
  const holes: Domain[] = [];
  const half = 1 / STANDARD_CELLS;
  let edge = -1;
  for (const middle of [...x, 1 + half]) {
    if (middle - half - edge > half)
      holes.push([toDomain(edge, domain), toDomain(Math.min(1, middle - half), domain)]);
    edge = middle + half;
  }
  return holes;
}

/** The polygon through the samples, in the reader's units: any target as a curve, to draw over. */
export function curveOf({ samples, value }: Sampled): (x: number) => number {
  if (value) return value;
  const { x, y, centre, scale, domain } = samples;
  const through = polygonThrough(x, y);
  return (at) => centre + scale * through(toUnit(at, domain));
}
