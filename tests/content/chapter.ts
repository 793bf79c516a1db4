// Reads a chapter's MDX far enough to check it: front matter, headings, tags, links, bare prose.
// It is not an MDX parser; the build is, and an unknown tag or a bad formula fails there.

export interface Chapter {
  /** Route within the locale: '/' for index.mdx, '/proof/' for proof.mdx. */
  readonly route: string;
  readonly file: string;
  readonly frontMatter: Readonly<Record<string, string>>;
  readonly headings: readonly string[];
  readonly tags: readonly Tag[];
  /** Targets of Markdown links, as written. */
  readonly links: readonly string[];
  /** The words a reader sees, without formulas, code, tags and link targets. */
  readonly prose: string;
  readonly source: string;
}

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** `file` is the name with its folder, for messages; its last part gives the route. */
export function readChapter(file: string, source: string): Chapter {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const name = file.replace(/^.*\//, '').replace(/\.mdx$/, '');
  const withoutCode = body.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  const withoutMaths = withoutCode.replace(/\$\$[\s\S]*?\$\$/g, ' ').replace(/\$[^$\n]+\$/g, ' ');
  return {
    route: name === 'index' ? '/' : `/${name}/`,
    file,
    frontMatter: Object.fromEntries(
      [...head.matchAll(/^(\w+): (.*)$/gm)].map(([, key = '', value = '']) => [key, value]),
    ),
    headings: [...withoutCode.matchAll(/^#{2,3} (.+)$/gm)].map(([, text = '']) => text),
    tags: [...withoutCode.matchAll(/<([A-Z]\w*)((?:\s+\w+(?:="[^"]*")?)*)\s*\/?>/g)].map(
      ([, tag = '', rest = '']) => ({ name: tag, attributes: attributesOf(rest) }),
    ),
    links: [...withoutMaths.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target),
    prose: withoutMaths.replace(/<[^>]+>/g, ' ').replace(/\]\([^)]*\)/g, ']'),
    source,
  };
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/(\w+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]),
  );
}

/** The id that Astro gives a heading: lower case, no punctuation, hyphens for spaces. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** The id of a figure: its `id`, else its folder's name, as HiddenSpace → hidden-space. */
export function figureId(tag: Tag): string {
  return (
    tag.attributes['id'] ?? tag.name.replace(/([a-z])(?=[A-Z\d])|(\d)(?=\d)/g, '$&-').toLowerCase()
  );
}
