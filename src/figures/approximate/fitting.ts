// A run of training as the figure shows it: what was asked for, what the worker has come to, and the one
// rule that binds them: whatever the settings say is what is on show or on its way. Not a model by itself.
import { batch, computed, effect, signal, untracked } from '@preact/signals';
import type { ActivationName } from '../../core/activations.ts';
import type { InitialiserName } from '../../core/initialisers.ts';
import type { Course, curveFit, Leg, Method } from '../../training/jobs/fit.ts';
import type { Surroundings } from '../../training/surroundings.ts';
import { createTrainer } from '../../training/trainer.ts';
import { countSeconds } from './clock.ts';
import { alike, allowed, jumps, lastMethod, same } from './course.ts';
import type { FittingOptions, Shown } from './fitting-options.ts';
import { type Pace, SEEDS, watchable } from './settings.ts';
import { createTold } from './told.ts';

export function createFitting(options: FittingOptions, around: Surroundings) {
  const { problem, start, width, posted, ready, optima } = options;
  const activation = signal<ActivationName>(start.activation);
  const initialiser = signal<InitialiserName>(start.initialiser);
  const seed = signal(start.seed);
  const course = signal<Course>(start.course);
  /** The step on show, or the one a link asks for while the run is on its way there. */
  const step = signal(start.step);
  const pace = signal<Pace>('watch');
  const shown = signal<Shown>(posted.shown);
  const seconds = signal(0);
  const trainer = createTrainer<typeof curveFit>('fit', around);

  const request = computed(() => ({
    problem: problem.value,
    width: width.value,
    activation: activation.value,
    initialiser: initialiser.value,
    seed: seed.value,
    course: course.value,
  }));
  const running = computed(() => trainer.state.value === 'running');
  /** The method that was asked for last, until the run is heard to go on by it. */
  const asked = signal<Method | undefined>(undefined);
  const method = computed(() => asked.value ?? lastMethod(course.value));
  /** The request whose run is on show; another while changed settings have not taken effect yet. */
  const shownOf = signal(request.peek());
  const settled = computed(() => shownOf.value === request.value);
  /** On its way to where a link or a changed course left off. */
  const catchingUp = computed(() => running.value && trainer.step.value < arrival.value);

  /** What the run on show was started with, and the step up to which it goes unasked. */
  let begun = request.value;
  const arrival = signal(start.step);
  /** The reader has paused: changed settings wait at their start. */
  let held = false;
  /** The course jumps to an optimum that is not there yet. */
  let waiting = false;
  /** Once the settings have taken effect, training goes on; once arrived, it goes on from there. */
  let resume = false;
  let goOn = false;

  const go = ({ trainer: name }: Method = method.peek()) => {
    held = false;
    trainer.run(pace.peek() === 'fast' ? undefined : watchable[name]);
  };
  const begin = () => {
    const { problem: wanted, ...settings } = begun;
    waiting = jumps(settings.course) && !optima.peek();
    if (waiting) return;
    trainer.start({
      ...settings,
      samples: wanted.samples,
      dense: wanted.dense?.() ?? wanted.samples,
      ...(jumps(settings.course) && { optima: optima.peek() }),
    });
    if (arrival.peek() > 0) trainer.runTo(arrival.peek());
  };
  const isPoster = () =>
    begun.problem === posted.problem &&
    begun.width === start.width &&
    begun.activation === start.activation &&
    begun.initialiser === start.initialiser &&
    begun.seed === start.seed &&
    begun.course === start.course &&
    arrival.peek() === start.step;

  // a link, a reset, or a changed setting: anything but the run's own progress
  effect(() => {
    const wanted = request.value;
    const to = step.value;
    if (ready?.value === false) return;
    untracked(() => {
      if (wanted === begun && to === arrival.value) return;
      begun = wanted;
      asked.value = undefined;
      arrival.value = to;
      seconds.value = 0;
      goOn = resume && to > 0;
      const goNow = resume && to === 0;
      resume = false;
      if (isPoster()) {
        trainer.dispose();
        shown.value = posted.shown;
        shownOf.value = wanted;
        return;
      }
      begin();
      if (goNow) go();
    });
  });
  effect(() => {
    if (optima.value && waiting) untracked(begin);
  });
  effect(() => {
    const seen = trainer.snapshot.value;
    untracked(() => {
      const at = trainer.step.value;
      const state = trainer.state.value;
      if (!seen || state === 'empty') return;
      if (at < arrival.value && state !== 'ended') {
        // on the way: what is drawn is where it has come to, and the settings stay as asked for
        batch(() => {
          shown.value = { ...seen, step: at };
          shownOf.value = begun;
        });
        return;
      }
      batch(() => {
        shown.value = { ...seen, step: at };
        if (!same(course.value, seen.course)) course.value = seen.course;
        if (asked.value && alike(asked.value, lastMethod(seen.course))) asked.value = undefined;
        begun = request.value;
        shownOf.value = begun;
        arrival.value = at;
        step.value = at;
      });
      if (goOn) {
        goOn = false;
        go();
      }
    });
  });
  const told = createTold(shown, running);
  countSeconds({ seconds, running: computed(() => running.value && settled.value) }, around);
  effect(() => () => trainer.dispose());

  /** The poster's run has to be repeated before it can go on. */
  const ensure = () => {
    if (trainer.state.peek() === 'empty') begin();
  };
  /** From step 0, with what is chosen after `change`; trains unless the reader has paused. */
  const afresh = (change: () => void) => {
    resume = !held;
    batch(() => {
      change();
      course.value = [{ ...allowed(method.peek(), width.value), at: 0 }];
      step.value = 0;
    });
  };
  const change = (next: Method) => {
    ensure();
    const at = arrival.peek();
    if (trainer.step.peek() >= at) {
      if (next.trainer === 'jump') {
        trainer.change({ ...next, optima: optima.peek() });
        trainer.runTo(trainer.step.peek() + 1);
      } else {
        asked.value = next;
        trainer.change(next);
        if (!held) go(next);
      }
    } else {
      resume = !held && next.trainer !== 'jump';
      batch(() => {
        course.value = [...course.peek().filter((leg: Leg) => leg.at < at), { ...next, at }];
        if (next.trainer === 'jump') step.value = at + 1;
      });
    }
  };

  return {
    width,
    activation,
    initialiser,
    seed,
    course,
    step,
    pace,
    shown,
    told,
    seconds,
    running,
    catchingUp,
    settled,
    method,
    trainer: { state: trainer.state, restarted: trainer.restarted, failure: trainer.failure },
    afresh,
    train() {
      held = false;
      const state = trainer.state.peek();
      if (state === 'ended' || state === 'empty') afresh(() => {});
      else go();
    },
    pause() {
      held = true;
      goOn = false;
      trainer.pause();
      batch(() => {
        arrival.value = trainer.step.peek();
        step.value = arrival.value;
      });
    },
    stepOnce() {
      held = true;
      ensure();
      trainer.runTo(Math.max(arrival.peek(), trainer.step.peek()) + 1);
    },
    startOver: () => afresh(() => {}),
    newStart: () =>
      afresh(() => {
        seed.value = (seed.peek() + 1) % SEEDS;
      }),
    setMethod: (next: Partial<Method>) =>
      change(allowed({ ...method.peek(), ...next }, width.peek())),
    /** Puts the network where the search for the best one ended. */
    jump: () => change({ ...method.peek(), trainer: 'jump' }),
    setPace(next: Pace) {
      pace.value = next;
      if (running.peek() && !catchingUp.peek()) go();
    },
    /** Changed settings wait to be trained. */
    hold() {
      held = true;
    },
    look: (seen: boolean) => trainer.look(seen),
  };
}
