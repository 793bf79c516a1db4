declare global {
  interface ImportMetaEnv {
    /** 'off' in a build that keeps no copies of itself in readers' browsers. */
    readonly OFFLINE: string;
  }
}

declare module 'astro' {
  interface AstroClientDirectives {
    /** Wakes the island when it comes near the window; see src/site/figure-directive.mjs. */
    'client:figure'?: boolean;
  }
}

export {};
