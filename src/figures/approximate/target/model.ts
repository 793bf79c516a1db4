// The reader's target: the five ways to say it, and the last one that made sense as samples. Whatever
// is half typed, half read or wrong stays beside its fault and changes nothing else.
import { computed, createModel, effect, signal, untracked } from '@preact/signals';
import type { TargetName } from '../../../core/approximation/targets.ts';
import { createDataDraft } from './data-draft.ts';
import { createFormulaDraft } from './formula-draft.ts';
import { createHand, traced } from './hand.ts';
import { type Pane, paneAround } from './pane.ts';
import { type Sampled, sampleTarget, type Target, type TargetKind } from './target.ts';

/** A start that needs no loading, so that the first picture is whole. */
type Start = Exclude<Target, { kind: 'formula' }>;

function firstSampled(start: Start): Sampled {
  const sampling = sampleTarget(start);
  if (!sampling.ok) throw new RangeError(`target cannot be sampled: ${start.kind}`);
  return sampling.sampled;
}

export const TargetModel = createModel((start: Start = { kind: 'preset', name: 'sine' }) => {
  const target = signal<Target>(start);
  /** The way whose controls are shown. */
  const panel = signal<TargetKind>(start.kind);
  const formula = createFormulaDraft(target, () => panel.value === 'formula');
  const hand = createHand(target);
  const data = createDataDraft(target);

  let last = firstSampled(start);
  /** The latest target that made sense. */
  const sampled = computed((): Sampled => {
    const now = target.value;
    const sampling = now.kind === 'formula' ? formula.sample(now) : sampleTarget(now);
    if (sampling?.ok) last = sampling.sampled;
    return last;
  });
  /** The window to show it in; stands still while a hand-made curve is changed. */
  const pane = computed((): Pane => {
    const { target: shown, samples, range } = sampled.value;
    return 'pane' in shown ? shown.pane : paneAround(samples.domain, range);
  });

  /** The last target of each kind, to come back to. */
  const kept = new Map<TargetKind, Target>();
  // a target from a link brings its own panel and fills its own field
  effect(() => {
    const now = target.value;
    untracked(() => {
      kept.set(now.kind, now);
      panel.value = now.kind;
      if (now.kind === 'formula') formula.show(now);
      if (now.kind === 'data') data.show(now);
    });
  });

  return {
    target,
    panel,
    sampled,
    pane,
    formula: {
      text: formula.text,
      domain: formula.domain,
      fault: formula.fault,
      type: formula.type,
      setDomain: formula.setDomain,
    },
    hand,
    data,
    choosePreset(name: TargetName) {
      target.value = { kind: 'preset', name };
    },
    /** Shows the controls of one way; the target changes as soon as that way has something to say. */
    open(kind: TargetKind) {
      const before = target.value.kind;
      panel.value = kind;
      if (kind === before) return;
      if (kind === 'formula') {
        formula.use();
        return;
      }
      if (kind === 'drawing' || kind === 'control') {
        const carriedOver = before === 'drawing' || before === 'control';
        const own = carriedOver ? undefined : kept.get(kind);
        target.value = own ?? traced(kind, sampled.value);
        hand.choose(0);
        return;
      }
      const own = kept.get(kind);
      if (own) target.value = own;
      else if (kind === 'preset') target.value = { kind, name: 'sine' };
    },
  };
});
