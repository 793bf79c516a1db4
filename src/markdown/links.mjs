// Links between pages are written from the root of the site ("/proof/"); this gives them the
// base path and, in another language than the default, its prefix.

/** @param {{ base: string, defaultLocale: string }} options */
export function sitePaths({ base, defaultLocale }) {
  return () => (tree, file) => {
    const locale = /content\/([^/]+)\//.exec(file.path ?? '')?.[1] ?? defaultLocale;
    const prefix = locale === defaultLocale ? base : `${base}${locale}/`;
    visit(tree, (node) => {
      const href = node.properties?.href;
      if (node.tagName === 'a' && typeof href === 'string' && /^\/(?!\/)/.test(href)) {
        node.properties.href = prefix + href.slice(1);
      }
    });
  };
}

function visit(node, action) {
  action(node);
  for (const child of node.children ?? []) visit(child, action);
}
