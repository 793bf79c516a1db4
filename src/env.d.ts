declare module 'astro' {
  interface AstroClientDirectives {
    /** Wakes the island when it comes near the window; see src/site/figure-directive.mjs. */
    'client:figure'?: boolean;
  }
}

export {};
