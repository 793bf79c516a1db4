// The page as Chromium hands it to a screen reader: roles, names, values, states. Chromium only: no
// other engine gives its tree to a test.
import type { CDPSession, Page } from 'playwright-core';

export interface Accessible {
  readonly role: string;
  readonly name: string;
  /** What is said for it: valuetext for sliders, the text of a field, the choice of a menu. */
  readonly value: string;
  readonly states: ReadonlySet<string>;
  readonly level: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Accessible[];
}

type Tree = Awaited<ReturnType<CDPSession['send']>> & {
  readonly nodes: readonly RawNode[];
};
interface RawNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly value?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { value?: unknown } }[];
  readonly childIds?: readonly string[];
  readonly backendDOMNodeId?: number;
}

const told = ['checked', 'pressed', 'expanded', 'disabled', 'invalid', 'selected'];

/** The tree as it stands now; what the browser leaves out of it is left out here, its children kept. */
export async function accessibilityTree(page: Page): Promise<Accessible> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as Tree;
  const { nodes: elements } = await session.send('DOM.getFlattenedDocument', { depth: -1 });
  await session.detach();

  const attributes = new Map(
    elements.map((element) => {
      const list = element.attributes ?? [];
      const pairs = list.flatMap((name, i) => (i % 2 ? [] : [[name, list[i + 1] ?? '']]));
      return [element.backendNodeId, Object.fromEntries(pairs) as Record<string, string>];
    }),
  );
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));

  const read = (id: string): readonly Accessible[] => {
    const node = byId.get(id);
    if (!node) return [];
    const children = (node.childIds ?? []).flatMap(read);
    if (node.ignored) return children;
    const own = attributes.get(node.backendDOMNodeId ?? -1) ?? {};
    const property = (name: string) =>
      node.properties?.find((candidate) => candidate.name === name)?.value.value;
    const states = told
      .map((name) => [name, String(property(name) ?? '')])
      .filter(([, state]) => state !== '' && state !== 'undefined')
      .map(([name, state]) => `${name} ${state}`);
    return [
      {
        role: String(node.role?.value ?? ''),
        name: String(node.name?.value ?? ''),
        value: own['aria-valuetext'] ?? String(node.value?.value ?? ''),
        states: new Set(states),
        level: String(property('level') ?? ''),
        attributes: own,
        children,
      },
    ];
  };
  const [root] = read(nodes[0]?.nodeId ?? '');
  if (!root) throw new Error('the page has no accessibility tree');
  return root;
}

/** All nodes of a tree, parents before children, with the path to each. */
export function* everyNode(
  node: Accessible,
  path: readonly Accessible[] = [],
): Generator<{ readonly node: Accessible; readonly path: readonly Accessible[] }> {
  yield { node, path };
  for (const child of node.children) yield* everyNode(child, [...path, node]);
}

/** What a reader can operate. */
export const controlRoles: ReadonlySet<string> = new Set([
  'button',
  'checkbox',
  'combobox',
  'DisclosureTriangle',
  'link',
  'menuitem',
  'radio',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'textbox',
]);
