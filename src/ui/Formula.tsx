// A formula in the little TeX that the core's registries use, as MathML: for formulas that change
// with the reader's choice, where KaTeX at build would mean sending every one. Formulas of the text
// are KaTeX's; this knows fractions, roots, powers, cases, tall brackets and names.
import type { ComponentChildren } from 'preact';

const symbols: Readonly<Record<string, string>> = {
  sigma: 'σ',
  varphi: 'φ',
  Phi: 'Φ',
  le: '≤',
  ge: '≥',
  lvert: '|',
  rvert: '|',
};
const functions = new Set(['max', 'ln', 'sin', 'cos', 'tanh']);
const tokens = /\\[a-zA-Z]+|\\\\|\\,|\d+(?:\.\d+)?|\S/g;

const cases = /^\\begin\{cases\}(.*)\\end\{cases\}$/s;

// Without it Firefox and WebKit take the slanted letter from a font of the system, whatever the style says.
const variable = (letter: string) => <mi mathvariant="normal">{letter}</mi>;

/** Set in KaTeX's fonts (figure.css). Throws on TeX it does not know, naming the command. */
export function Formula({ tex }: { readonly tex: string }) {
  const lines = cases.exec(tex)?.[1].split('\\\\');
  if (!lines) return <math>{parse(tex)}</math>;
  // a grid and not a MathML table: engines disagree on where such a table has its middle
  return (
    <span class="cases">
      <span class="brace" aria-hidden="true">
        {'{'}
      </span>
      <span class="case-grid">
        {lines.flatMap((line) =>
          line.split('&').map((cell) => <math key={cell}>{parse(cell)}</math>),
        )}
      </span>
    </span>
  );
}

function parse(tex: string): ComponentChildren {
  const list = tex.match(tokens) ?? [];
  let at = 0;
  const take = (expected?: string) => {
    const token = list[at++];
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw new Error(
        `formula "${tex}": got ${token ?? 'its end'}, expected ${expected ?? 'more'}`,
      );
    }
    return token;
  };
  const row = (...ends: readonly string[]): ComponentChildren[] => {
    const items: ComponentChildren[] = [];
    while (at < list.length && !ends.includes(list[at])) items.push(powers());
    return items;
  };
  const group = (): ComponentChildren => {
    if (list[at] !== '{') return <mrow>{atom()}</mrow>;
    take('{');
    const inner = row('}');
    take('}');
    return <mrow>{inner}</mrow>;
  };
  const word = (): string => {
    take('{');
    let text = '';
    while (list[at] !== '}') text += take();
    take('}');
    return text;
  };
  const powers = (): ComponentChildren => {
    const name = list[at]?.slice(1);
    const base = atom();
    if (list[at] !== '^') return functions.has(name) ? named(base) : base;
    take('^');
    const raised = (
      <msup>
        {base}
        {group()}
      </msup>
    );
    return functions.has(name) ? named(raised) : raised;
  };
  /** A function's name stands off from an argument without brackets. */
  const named = (name: ComponentChildren): ComponentChildren =>
    list[at] === '(' || list[at] === '\\left' ? name : [name, <mspace width="0.17em" />];
  const fence = (): ComponentChildren => {
    const open = take();
    const start = at;
    const inner = row('\\right');
    take('\\right');
    const close = take();
    // KaTeX's tall brackets hang at the right height by themselves; as <mo> they would be moved
    if (list.slice(start, at).includes('\\frac')) {
      return (
        <mrow>
          <mtext class="tall">{open}</mtext>
          {inner}
          <mtext class="tall">{close}</mtext>
        </mrow>
      );
    }
    return (
      <mrow>
        <mo>{open}</mo>
        {inner}
        <mo>{close}</mo>
      </mrow>
    );
  };
  const command = (name: string): ComponentChildren => {
    if (functions.has(name)) return <mi class="name">{name}</mi>;
    if (Object.hasOwn(symbols, name)) {
      const letter = symbols[name];
      return /[≤≥|]/.test(letter) ? <mo>{letter}</mo> : variable(letter);
    }
    if (name === 'frac') {
      return (
        <mfrac>
          {group()}
          {group()}
        </mfrac>
      );
    }
    if (name === 'sqrt') return <msqrt>{group()}</msqrt>;
    if (name === 'operatorname') return named(<mi class="name">{word()}</mi>);
    if (name === 'left') return fence();
    throw new Error(`formula "${tex}": unknown command \\${name}`);
  };
  const atom = (): ComponentChildren => {
    const token = take();
    if (token === '\\,') return <mspace width="0.17em" />;
    if (token.startsWith('\\')) return command(token.slice(1));
    if (/\d/.test(token)) return <mn>{token}</mn>;
    if (/[a-z]/i.test(token)) return variable(token);
    return <mo>{token === '-' ? '−' : token}</mo>;
  };
  return row();
}
