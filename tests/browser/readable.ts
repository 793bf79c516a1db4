// A page as plain text: what a reader without JavaScript has before them, figures by what they show.
// Runs in the page.
export function readable(): string {
  const lines: string[] = [];
  const blocks =
    /^(P|H[1-6]|LI|TR|FIGURE|FIGCAPTION|DIV|SECTION|ARTICLE|NAV|HEADER|FOOTER|ASIDE|DETAILS|SUMMARY|UL|OL|TABLE|BLOCKQUOTE|DL|DT|DD|MAIN|PRE)$/;
  let line = '';
  const flush = () => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text) lines.push(text);
    line = '';
  };
  const shown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) ||
    getComputedStyle(element).display === 'contents';
  const visit = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) line += node.textContent;
    if (!(node instanceof Element)) return;
    if (/^(script|style|template)$/i.test(node.tagName)) return;
    if (node.classList.contains('katex')) {
      // the formula as it is read aloud
      line += ` ${node.querySelector('math')?.textContent ?? ''} `;
      return;
    }
    if (!shown(node)) return;
    if (node.tagName.toLowerCase() === 'svg') {
      const label =
        node.getAttribute('aria-label') ??
        node.querySelector('[role=radiogroup], [role=group]')?.getAttribute('aria-label');
      if (!label && node.getAttribute('aria-hidden') === 'true') return;
      flush();
      const words = [...node.querySelectorAll('text')].map((text) => text.textContent?.trim());
      lines.push(`[picture: ${label ?? ''}]`, `[in it: ${words.filter(Boolean).join(' · ')}]`);
      return;
    }
    const block = blocks.test(node.tagName);
    if (block) flush();
    if (/^H[1-6]$/.test(node.tagName)) line += `${'#'.repeat(Number(node.tagName[1]))} `;
    if (node.tagName === 'LI') line += '- ';
    if (node.tagName === 'FIGURE') lines.push(`[figure ${node.id}]`);
    for (const child of node.childNodes) visit(child);
    if (/^T[DH]$/.test(node.tagName)) line += ' | ';
    if (block) flush();
    if (node.tagName === 'FIGURE') lines.push(`[end of figure ${node.id}]`);
  };
  visit(document.body);
  flush();
  return `${lines.join('\n')}\n`;
}
