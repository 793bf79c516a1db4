// Chapters: one MDX file a page, in content/<locale>/chapters/.
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const chapters = defineCollection({
  loader: glob({
    base: './content',
    pattern: '*/chapters/*.mdx',
    generateId: ({ entry }) => entry.replace('/chapters/', '/').replace(/\.mdx$/, ''),
  }),
  schema: z.object({
    title: z.string(),
    description: z.string().max(200),
    nav: z.string(),
    order: z.number(),
    promise: z.string().optional(),
  }),
});

export const collections = { chapters };
