// Two details of set mathematics: a displayed formula that scrolls on a narrow screen can be
// scrolled from the keyboard, and a full stop or comma never parts from the formula before it.

const closing = /^[,.;:!?)\]”’，。；：！？）」』、]+/;

const hasClass = (node, name) =>
  node.type === 'element' && [node.properties?.className ?? []].flat().includes(name);

export function mathDetails() {
  return (tree) => walk(tree);
}

function walk(node) {
  if (hasClass(node, 'katex-display')) {
    node.properties.tabIndex = 0;
    return;
  }
  if (!node.children) return;
  for (const child of node.children) walk(child);
  node.children = node.children.flatMap((child, i) => {
    const before = node.children[i - 1];
    const after = node.children[i + 1];
    if (hasClass(child, 'katex') && after?.type === 'text' && closing.test(after.value)) {
      const [mark] = closing.exec(after.value);
      return {
        type: 'element',
        tagName: 'span',
        properties: { className: ['unbroken'] },
        children: [child, { type: 'text', value: mark }],
      };
    }
    if (child.type === 'text' && before && hasClass(before, 'katex') && closing.test(child.value)) {
      return { ...child, value: child.value.replace(closing, '') };
    }
    return child;
  });
}
