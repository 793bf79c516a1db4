// What the English pages are to those who do not see them. (A file of its own, because files run side by side.)
import { pages } from '../build/built.ts';
import { checkAccessibility } from './accessibility.ts';
import { isLookedAt } from './engines/names.ts';

checkAccessibility(
  pages
    .filter((page) => !page.startsWith('zh/') && isLookedAt(page))
    .map((page) => page.replace(/index\.html$/, '')),
);
