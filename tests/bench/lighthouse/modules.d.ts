// As much of these packages as is used: they live in this folder's own node_modules, where the type
// check of the project does not look.
declare module 'lighthouse' {
  interface Result {
    readonly lighthouseVersion: string;
    readonly runtimeError?: { readonly message: string };
    readonly environment: { readonly hostUserAgent: string };
    readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
    readonly audits: Readonly<
      Record<
        string,
        {
          readonly id: string;
          readonly score: number | null;
          readonly scoreDisplayMode: string;
          readonly numericValue?: number;
        }
      >
    >;
  }
  export const desktopConfig: object;
  export default function lighthouse(
    address: string,
    flags: { readonly port: number; readonly logLevel: string },
    config?: object,
  ): Promise<{ readonly lhr: Result } | undefined>;
}
declare module 'chrome-launcher' {
  export function launch(options: {
    readonly chromePath: string;
    readonly chromeFlags: readonly string[];
  }): Promise<{ readonly port: number; readonly kill: () => void }>;
}
declare module 'selfsigned' {
  export function generate(
    attributes: readonly { readonly name: string; readonly value: string }[],
  ): Promise<{ readonly private: string; readonly cert: string }>;
}
