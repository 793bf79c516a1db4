// What the reader can choose, where the figure starts, and how fast a run may be watched.
import { type ActivationName, activationNames } from '../../core/activations.ts';
import { type TargetName, targets } from '../../core/approximation/targets.ts';
import type { InitialiserName } from '../../core/initialisers.ts';
import type { Course, Method } from '../../training/jobs/fit.ts';
import { type Field, oneOf, wholeIn } from '../../ui/link.ts';

export { activationNames };

export const targetNames = Object.keys(targets) as readonly TargetName[];
export const MOST_UNITS = 512;
/** Steps a link may ask for. */
export const MOST_STEPS = 1_000_000;
export const SEEDS = 10_000;

/** Widths the slider stops at: every one while one more unit matters, then steps of about a quarter. */
export const widthStops: readonly number[] = [
  1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 128, 192, 256,
  384, 512,
];

/** The trainers on offer; the jump to the optimum is a button. The core's own names. */
export const methodNames = ['gradientDescent', 'adam', 'lastLayer', 'variableProjection'] as const;
export type MethodName = (typeof methodNames)[number];

/** Their names without their code, which is the worker's. A test compares these with the core. */
export const initialiserNames = ['pytorch', 'he', 'glorot', 'spreadKnots'] as const;
/** Widest network the optimum is searched for. */
export const WIDEST_OPTIMUM = 64;
/** Widest network the second-order trainer takes. */
export const WIDEST_SECOND_ORDER = 128;

/** Steps a second at which a run can be watched. */
export const watchable: Readonly<Record<MethodName | 'jump', number>> = {
  gradientDescent: 900,
  adam: 300,
  lastLayer: 40,
  variableProjection: 12,
  jump: 12,
};
export const paces = ['watch', 'fast'] as const;
export type Pace = (typeof paces)[number];

export interface Start {
  readonly target: TargetName;
  readonly width: number;
  readonly activation: ActivationName;
  readonly initialiser: InitialiserName;
  readonly seed: number;
  readonly course: Course;
  /** Steps of the run on show before the reader does anything. */
  readonly step: number;
}

export const usual: Start = {
  target: 'sine',
  width: 12,
  activation: 'relu',
  initialiser: 'spreadKnots',
  seed: 4,
  course: [{ at: 0, trainer: 'adam', recycle: false, goal: 0 }],
  step: 800,
};

/** Where the full form starts: the second-order trainer at work, idle units on the move. */
export const labStart: Start = {
  target: 'chirp',
  width: 16,
  activation: 'relu',
  initialiser: 'spreadKnots',
  seed: 1,
  course: [{ at: 0, trainer: 'variableProjection', recycle: true, goal: 0 }],
  step: 20,
};

/** Errors at which a run may stop: 10 to the power of minus the index; 0 for none. */
export const goals = [0, 0.1, 0.01, 0.001, 0.0001] as const;

const trainerNames = [...methodNames, 'jump'] as const;

function parseLeg(text: string): (Method & { readonly at: number }) | undefined {
  const match = /^(\d{1,7})\.([a-zA-Z]+)(\.r)?(?:\.g([1-4]))?$/.exec(text);
  const trainer = trainerNames.find((name) => name === match?.[2]);
  if (!match || !trainer) return undefined;
  const at = Number(match[1]);
  if (at > MOST_STEPS) return undefined;
  return { at, trainer, recycle: match[3] !== undefined, goal: goals[Number(match[4] ?? 0)] };
}

/** A course as "0.adam,250.variableProjection.r.g3": from which step, by which trainer, recycling, goal. */
export const courseField: Field<Course> = {
  parse: (text) => {
    const legs = text.split(',', 1001).map(parseLeg);
    if (legs.length > 1000) return undefined;
    const course: (Method & { readonly at: number })[] = [];
    for (const leg of legs) {
      const before = course.at(-1);
      if (!leg || (before ? leg.at <= before.at : leg.at !== 0)) return undefined;
      course.push(leg);
    }
    return course;
  },
  format: (course) =>
    course
      .map(({ at, trainer, recycle, goal }) => {
        const place = (goals as readonly number[]).indexOf(goal);
        return `${at}.${trainer}${recycle ? '.r' : ''}${place > 0 ? `.g${place}` : ''}`;
      })
      .join(','),
};

export const fitFields = {
  width: wholeIn(1, MOST_UNITS),
  activation: oneOf(activationNames),
  initialiser: oneOf(initialiserNames),
  seed: wholeIn(0, SEEDS - 1),
  trainer: courseField,
  step: wholeIn(0, MOST_STEPS),
};

export const fields = { target: oneOf(targetNames), ...fitFields };
