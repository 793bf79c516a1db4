// Details of set mathematics: a displayed formula that scrolls on a narrow screen can be scrolled
// from the keyboard; a full stop or comma never parts from the end of the formula before it; and the MathML,
// which is there to be read aloud, carries no second copy of the formula in TeX.

const closing = /^[,.;:!?)\]”’，。；：！？）」』、]+/;

const hasClass = (node, name) =>
  node.type === 'element' && [node.properties?.className ?? []].flat().includes(name);

export function mathDetails() {
  return (tree) => walk(tree);
}

/** What <math> holds, without the wrappers that only an annotation needs. */
function bare(children) {
  const kept = children.filter((child) => child.tagName !== 'annotation');
  const [only] = kept;
  const wraps = kept.length === 1 && ['semantics', 'mrow'].includes(only.tagName);
  return wraps ? bare(only.children) : kept;
}

/** What ends a formula: all of it, or where it may break after signs, its last part, seen but not spoken. */
function split(formula) {
  const html = formula.children.find((child) => hasClass(child, 'katex-html'));
  const parts = html?.children.length ?? 0;
  if (parts < 2) return { opening: [], end: formula };
  const last = { ...html, children: html.children.slice(-1) };
  html.children = html.children.slice(0, -1);
  const className = ['katex'];
  const end = { type: 'element', tagName: 'span', properties: { className }, children: [last] };
  return { opening: [formula], end };
}

function walk(node) {
  if (node.tagName === 'math') {
    node.children = bare(node.children);
    // the namespace is the parser's own
    delete node.properties.xmlns;
    return;
  }
  if (hasClass(node, 'katex-display')) {
    node.properties.tabIndex = 0;
  }
  if (!node.children) return;
  for (const child of node.children) walk(child);
  node.children = node.children.flatMap((child, i) => {
    const before = node.children[i - 1];
    const after = node.children[i + 1];
    if (hasClass(child, 'katex') && after?.type === 'text' && closing.test(after.value)) {
      const [mark] = closing.exec(after.value);
      const { opening, end } = split(child);
      const unbroken = {
        type: 'element',
        tagName: 'span',
        properties: { className: ['unbroken'] },
        children: [end, { type: 'text', value: mark }],
      };
      return [...opening, unbroken];
    }
    if (child.type === 'text' && before && hasClass(before, 'katex') && closing.test(child.value)) {
      return { ...child, value: child.value.replace(closing, '') };
    }
    return child;
  });
}
