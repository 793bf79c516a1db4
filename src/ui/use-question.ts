// The question that stands above a figure: until the reader has guessed, the figure keeps its answer
// to itself; the guess makes it show. Whoever comes by a link to the figure, or touches it first,
// is asked nothing.
import { useEffect } from 'preact/hooks';

export interface Question {
  /** There is a question, and nobody has guessed yet. */
  readonly ask: () => void;
  /** Something was guessed. */
  readonly answer: () => void;
  /** The reader went to work on the figure without a guess. */
  readonly pass: () => void;
}

export function useQuestion(id: string, { ask, answer, pass }: Question): void {
  useEffect(() => {
    const figure = document.getElementById(id);
    const readout = figure?.querySelector<HTMLElement>('.readout');
    const question = figure?.previousElementSibling;
    const linked = location.hash.slice(1).split('~')[0] === id;
    if (!figure || !readout || !question?.matches('.predict') || linked) return;
    if (question.querySelector(':checked')) return;
    const once = new AbortController();
    const { signal } = once;
    const then = (act: () => void) => () => {
      once.abort();
      act();
      readout.style.minHeight = '';
    };
    question.addEventListener('change', then(answer), { signal });
    for (const type of ['pointerdown', 'keydown', 'input']) {
      figure.addEventListener(type, then(pass), { signal, capture: true });
    }
    // everything below stays where it is while less is said
    readout.style.minHeight = getComputedStyle(readout).height;
    ask();
    return () => once.abort();
  }, []);
}
