// The formula as it stands in its field, good or not, and the reader of formulas, fetched when wanted.
import { batch, computed, type Signal, signal } from '@preact/signals';
import type { Domain } from '../../../core/approximation/samples.ts';
import { isDomain } from './pane.ts';
import { type Compile, type Fault, type Sampling, sampleFormula, type Target } from './target.ts';

const FIRST = 'sin(2 pi x) + |x|/2';

type Formula = Extract<Target, { kind: 'formula' }>;

/** Part of the target model: `wanted` tells whether the draft may become the target when the reader arrives. */
export function createFormulaDraft(target: Signal<Target>, wanted: () => boolean) {
  const text = signal(FIRST);
  const domain = signal<Domain>([-1, 1]);
  const parser = signal<{ readonly compile?: Compile; readonly failed: boolean }>({
    failed: false,
  });
  let asked = false;

  const draft = computed(
    (): Formula => ({
      kind: 'formula',
      text: text.value,
      domain: domain.value,
    }),
  );
  let last: { readonly formula: Formula; readonly sampling: Sampling } | undefined;
  /** Samples of a formula, kept, for the field and the target ask in turn; undefined without a reader. */
  const sample = (formula: Formula): Sampling | undefined => {
    const { compile } = parser.value;
    if (!compile) return undefined;
    if (last?.formula !== formula) last = { formula, sampling: sampleFormula(formula, compile) };
    return last.sampling;
  };
  /** What is wrong with the text in the field. */
  const fault = computed((): Fault | undefined => {
    if (parser.value.failed) return { key: 'parserMissing', values: {} };
    const sampling = sample(draft.value);
    return sampling?.ok === false ? sampling.fault : undefined;
  });

  /** The target says what the draft says: another object for it would pass for a change by the reader. */
  const inUse = () => {
    const now = target.value;
    const { text: written, domain: wide } = draft.value;
    return (
      now.kind === 'formula' &&
      now.text === written &&
      now.domain.every((end, i) => end === wide[i])
    );
  };
  const use = () => {
    if (!inUse() && sample(draft.value)?.ok) target.value = draft.value;
  };
  const load = async () => {
    if (asked) return;
    asked = true;
    try {
      const { compileFormula } = await import('./formula.ts');
      batch(() => {
        parser.value = { compile: compileFormula, failed: false };
        if (wanted()) use();
      });
    } catch {
      asked = false;
      parser.value = { failed: true };
    }
  };

  return {
    text,
    domain,
    fault,
    sample,
    /** Shows a formula that has come from elsewhere, such as a link. */
    show(formula: Formula) {
      text.value = formula.text;
      domain.value = formula.domain;
      void load();
    },
    /** Makes the draft the target, now or when the reader arrives. */
    use() {
      use();
      void load();
    },
    type(typed: string) {
      text.value = typed;
      use();
      void load();
    },
    setDomain(next: Domain) {
      if (!isDomain(next)) return;
      domain.value = next;
      use();
    },
  };
}
