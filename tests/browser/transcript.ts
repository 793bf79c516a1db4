// The page read aloud from start to end, one utterance a line: what a screen reader says to someone
// who lets it run on, in the order it says it. From the accessibility tree, not from the pixels.
import { type Accessible, controlRoles, everyNode } from './accessibility-tree.ts';

/** Said with their name; what is inside follows, indented. */
const containers: Readonly<Record<string, string>> = {
  RootWebArea: 'page',
  banner: 'banner',
  navigation: 'navigation',
  main: 'main',
  contentinfo: 'content info',
  complementary: 'complementary',
  region: 'region',
  figure: 'figure',
  group: 'group',
  radiogroup: 'radio group',
  list: 'list',
  table: 'table',
  note: 'note',
};
/** A line of their own. */
const lines: Readonly<Record<string, string>> = {
  paragraph: '',
  caption: 'caption: ',
  Figcaption: '',
  term: 'term: ',
  definition: '',
  status: 'status: ',
  alert: 'alert: ',
  blockquote: 'quotation: ',
  Legend: '',
  row: 'row: ',
  LayoutTableRow: 'row: ',
};
const silent = new Set(['InlineTextBox', 'MenuListPopup', 'option', 'ListMarker']);

export function transcript(page: Accessible): string {
  const said: string[] = [];
  let depth = 0;
  let pending = '';
  /** Names of the containers around: their legend, caption or title is not said a second time. */
  const around: string[] = [];
  const flush = (prefix = '') => {
    const text = pending.replace(/\s+/g, ' ').trim();
    pending = '';
    if (text && bare(text) !== bare(around.at(-1) ?? ''))
      said.push('  '.repeat(depth) + prefix + text);
  };
  const inside = (children: readonly Accessible[], visit: (node: Accessible) => void) => {
    depth++;
    children.forEach(visit);
    flush();
    depth--;
  };
  /** Words that run on in a line. */
  const run = (node: Accessible): void => {
    const { role, name, children } = node;
    if (silent.has(role)) return;
    if (role === 'LineBreak') pending += ' ';
    else if (role === 'StaticText') pending += name;
    else if (role === 'MathMLMath') pending += ` ⟨${formula(node)}⟩ `;
    else if (controlRoles.has(role)) pending += ` [${control(node)}] `;
    else if (/cell|header/i.test(role)) {
      children.forEach(run);
      pending += ' | ';
    } else if (role === 'note') {
      pending += ` (${name}: `;
      children.forEach(run);
      pending += ') ';
    } else if (role === 'image') pending += ` [image: ${name}] `;
    else if (role === 'generic') {
      // a box of its own in the line
      pending += ' ';
      children.forEach(run);
      pending += ' ';
    } else children.forEach(run);
  };
  const visit = (node: Accessible): void => {
    const { role, name, children } = node;
    if (silent.has(role)) return;
    if (role === 'image') {
      flush();
      pending = name;
      flush('image: ');
    } else if (role === 'heading') {
      flush();
      children.forEach(run);
      flush(`heading ${node.level}: `);
    } else if (role === 'listitem') {
      flush();
      if (children.some(isBlock)) {
        said.push(`${'  '.repeat(depth)}•`);
        inside(children, visit);
      } else {
        children.forEach(run);
        flush('• ');
      }
    } else if (role in lines) {
      flush();
      if (children.some(isBlock)) children.forEach(visit);
      else children.forEach(run);
      flush(lines[role]);
    } else if (role in containers) {
      flush();
      pending = `${containers[role]}${name ? `: ${name}` : ''}`;
      flush();
      around.push(name);
      inside(children, visit);
      around.pop();
    } else if (role === 'LabelText' || role === 'label') {
      // its words are said as the control's name
      flush();
      for (const { node: inner } of everyNode(node)) if (controlRoles.has(inner.role)) visit(inner);
      flush();
    } else if (controlRoles.has(role)) {
      flush();
      pending = control(node);
      flush();
    } else if (role === 'StaticText' || role.startsWith('MathML')) run(node);
    else if (children.some(isBlock)) {
      flush();
      children.forEach(visit);
      flush();
    } else children.forEach(visit);
  };
  visit(page);
  flush();
  return `${said.join('\n')}\n`;
}

const bare = (text: string) => text.replace(/\s/g, '');

/** Whether a node breaks the line it stands in. */
function isBlock({ role, children }: Accessible): boolean {
  if (role === 'note') return false;
  return (
    role in containers ||
    role in lines ||
    role === 'heading' ||
    role === 'LabelText' ||
    role === 'listitem' ||
    children.some(isBlock)
  );
}

const spoken: Readonly<Record<string, string>> = {
  DisclosureTriangle: 'disclosure',
  combobox: 'menu',
  textbox: 'field',
};

function control({ role, name, value, states }: Accessible): string {
  const told = [...states].flatMap((state) => {
    if (state === 'checked true') return ['checked'];
    if (state === 'pressed true') return ['pressed'];
    if (state === 'pressed false') return ['not pressed'];
    if (state === 'disabled true') return ['unavailable'];
    if (state === 'invalid true') return ['invalid'];
    if (state === 'expanded true') return ['open'];
    if (state === 'expanded false' && role !== 'combobox') return ['closed'];
    return [];
  });
  const end = told.length > 0 ? ` (${told.join(', ')})` : '';
  return `${spoken[role] ?? role}: ${name}${value && role !== 'link' ? ` = ${value}` : ''}${end}`;
}

/** A formula in a line: "w_1 x_1 + b", "(a)/(b)". */
function formula(node: Accessible): string {
  const parts = node.children.map(formula);
  const of = (i: number) => parts[i] ?? '';
  const held = (i: number) => (of(i).length > 1 ? `(${of(i)})` : of(i));
  switch (node.role) {
    case 'StaticText':
      return node.name;
    case 'InlineTextBox':
      return '';
    case 'MathMLFraction':
      return `${held(0)}/${held(1)}`;
    case 'MathMLSub':
    case 'MathMLUnder':
      return `${of(0)}_${held(1)}`;
    case 'MathMLSup':
    case 'MathMLOver':
      return `${of(0)}^${held(1)}`;
    case 'MathMLSubSup':
    case 'MathMLUnderOver':
      return `${of(0)}_${held(1)}^${held(2)}`;
    case 'MathMLSquareRoot':
      return `√(${parts.join(' ')})`;
    case 'MathMLTable':
      return `[${parts.join('; ')}]`;
    case 'MathMLTableRow':
      return parts.join(', ');
    default:
      return parts.filter((part) => part.trim() !== '').join(' ');
  }
}
