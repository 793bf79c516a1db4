// A thin space between a formula and the Han character beside it. Browsers space letters and digits
// from Han characters (text-autospace), but a formula is a row of boxes to them. This marks the
// sides that need it; styles/chinese.css makes the space.

const han = '\\p{Script=Han}';
const endsInHan = new RegExp(`${han}$`, 'u');
const startsWithHan = new RegExp(`^${han}`, 'u');

const classesOf = (node) => [node.properties?.className ?? []].flat();

/** The words of a node and what it holds. */
const textOf = (node) =>
  node?.type === 'text' ? node.value : (node?.children ?? []).map(textOf).join('');

export function hanSpacing() {
  return (tree) => walk(tree);
}

function walk(node) {
  for (const [i, child] of (node.children ?? []).entries()) {
    if (!classesOf(child).includes('katex')) {
      walk(child);
      continue;
    }
    const marks = [
      ...(endsInHan.test(textOf(node.children[i - 1])) ? ['beside-han-before'] : []),
      ...(startsWithHan.test(textOf(node.children[i + 1])) ? ['beside-han-after'] : []),
    ];
    if (marks.length > 0) child.properties.className = [...classesOf(child), ...marks];
  }
}
