// The tags a chapter may use. Figures name themselves after their folder: src/figures/one-line
// is <OneLine />, train-2-2-1 is <Train221 />. An unknown tag fails the build.
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import Fact from '../facts/Fact.astro';
import Answer from '../site/tags/Answer.astro';
import Aside from '../site/tags/Aside.astro';
import Benchmark from '../site/tags/Benchmark.astro';
import Cite from '../site/tags/Cite.astro';
import ClassA from '../site/tags/ClassA.astro';
import ClassB from '../site/tags/ClassB.astro';
import Definition from '../site/tags/Definition.astro';
import Guess from '../site/tags/Guess.astro';
import Offline from '../site/tags/Offline.astro';
import Predict from '../site/tags/Predict.astro';
import ProofBlock from '../site/tags/ProofBlock.astro';
import References from '../site/tags/References.astro';
import Theorem from '../site/tags/Theorem.astro';
import U1 from '../site/tags/U1.astro';
import U2 from '../site/tags/U2.astro';
import Wide from '../site/tags/Wide.astro';

const figures = import.meta.glob<AstroComponentFactory>('../figures/*/index.astro', {
  eager: true,
  import: 'default',
});

/** one-line → OneLine */
const tagName = (folder: string) =>
  folder
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

export const tags: Record<string, AstroComponentFactory> = {
  Answer,
  Aside,
  Benchmark,
  Cite,
  ClassA,
  ClassB,
  Definition,
  Fact,
  Guess,
  Offline,
  Predict,
  ProofBlock,
  References,
  Theorem,
  U1,
  U2,
  table: Wide,
  ...Object.fromEntries(
    Object.entries(figures).map(([path, figure]) => [
      tagName(path.split('/').at(-2) ?? ''),
      figure,
    ]),
  ),
};
