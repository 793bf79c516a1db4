import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { lezer } from '@lezer/generator/rollup';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { kernel } from './src/kernel/build.mjs';
import { hanSpacing } from './src/markdown/han-spacing.mjs';
import { failOnMessages, katexOptions } from './src/markdown/katex.mjs';
import { katexUsed } from './src/markdown/katex-used.mjs';
import { sitePaths } from './src/markdown/links.mjs';
import { mathDetails } from './src/markdown/math-details.mjs';
import { siteAddress } from './src/site/address.mjs';
import { islandProps } from './src/site/island-props.mjs';
import { lighterPages } from './src/site/lighter-pages.mjs';
import { offlineCopy } from './src/site/offline/integration.mjs';
import { relocatable } from './src/site/relocatable.mjs';
import { tablePages } from './src/site/table-pages.mjs';
import { themeScript } from './src/site/theme-script.mjs';

const { site, base } = siteAddress();
/** OFFLINE=off takes back the copies that earlier builds left in readers' browsers. */
const offline = process.env.OFFLINE !== 'off';
const defaultLocale = 'en';
const locales = readdirSync(new URL('./content', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** The language tag of a folder of content/: search engines want "zh-CN" for "zh". */
const langOf = (locale) =>
  JSON.parse(readFileSync(new URL(`./content/${locale}/site.json`, import.meta.url), 'utf8')).lang;

const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** KaTeX's stylesheet without its fonts: ours are subsets, declared in src/site/styles/fonts.css. */
const katexWithoutFonts = {
  postcssPlugin: 'katex-without-fonts',
  Once(root) {
    root.walkAtRules('font-face', (rule) => {
      if (rule.source?.input.file?.includes('katex/dist')) rule.remove();
    });
  },
};

/**
 * Files for the browser: few, because what is packed together packs smaller. The first screen's are
 * apart, so that it waits for nothing else; what only a worker or the laboratory runs is left out.
 */
const inSource = (pattern) => new RegExp(`/src/(?:${pattern})`);
const firstScreen =
  'core/(?:article-lines|decision-boundary|regions|widest-strip)|ui/(?:address|animate|link|words)';
const inWorker =
  'core/(?:approximation/|train|trial|backprop|batches|rows|losses|initialisers|one-hidden-layer|activation-loops|kernel|fastest)|training/(?:host|serve|jobs|kernel|load-kernel|laboratory-jobs)';
/** What only the page on approximation loads, or who listens; and the folders of that page's figures. */
const elsewhere =
  'training/(?:widths-|optima)|ui/(?:curves/|sound)|core/(?:monotone-cubic|elementary/power)';
const apart =
  'hero|approximate|error-against-width|widths-side-by-side|by-hand|one-kink|bump|joining-dots|polynomial-floor|condition-number|square-root';
/** What only the full form of the curve figure loads. */
const inFullForm = 'target/|lab-|Lab|Unit|units|Surface|Band|guarantee|Jumps|TargetMarks';
const chunkGroups = [
  {
    name: 'first',
    // with the import() of the furniture, so that furniture needs nothing of the figures
    test: new RegExp(`/src/(?:${firstScreen})|vite/preload-helper`),
    priority: 4,
  },
  {
    name: 'shared',
    test: new RegExp(
      `/node_modules/(?:@preact|preact)/|/src/(?!${inWorker}|${elsewhere}|training/(?:worker|laboratory)\\.ts|${firstScreen})(?:core|ui|training)/`,
    ),
    priority: 3,
  },
  {
    name: 'training',
    test: inSource(
      `(?!core/approximation/|training/(?:laboratory-jobs|jobs/(?:fit|optimum|widths)))(?:${inWorker})`,
    ),
    priority: 2,
  },
  { name: 'figures', test: inSource(`figures/(?!${apart})`), priority: 1 },
  { name: 'approximate', test: inSource(`figures/approximate/(?!${inFullForm})`), priority: 1 },
];

/**
 * Vite wraps every import() in code that fetches what the file imports a moment earlier. Ours are
 * few and shallow; the plain import() is a kilobyte lighter.
 */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
};

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  markdown: {
    processor: unified({
      remarkPlugins: [remarkMath],
      rehypePlugins: [
        [rehypeKatex, katexOptions],
        failOnMessages,
        hanSpacing,
        mathDetails,
        sitePaths({ base, defaultLocale }),
      ],
    }),
  },
  integrations: [
    mdx(),
    preact(),
    sitemap({
      i18n: {
        defaultLocale,
        locales: Object.fromEntries(locales.map((name) => [name, langOf(name)])),
      },
    }),
    katexUsed(),
    tablePages({ base }),
    islandProps({ base }),
    relocatable({ base }),
    lighterPages(),
    offlineCopy({ offline }),
  ],
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      scriptDirective: { hashes: [hash(themeScript)] },
      styleDirective: {
        resources: ["'self'", { resource: "'unsafe-inline'", kind: 'attribute' }],
      },
    },
  },
  vite: {
    plugins: [lezer(), plainImports, kernel()],
    define: { 'import.meta.env.OFFLINE': JSON.stringify(offline ? 'on' : 'off') },
    css: { postcss: { plugins: [katexWithoutFonts] } },
    experimental: {
      renderBuiltUrl: (_file, { hostType }) =>
        hostType === 'js' || hostType === 'css' ? { relative: true } : undefined,
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: { groups: chunkGroups },
            },
          },
        },
      },
    },
    build: {
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false, resolveDependencies: () => [] },
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
