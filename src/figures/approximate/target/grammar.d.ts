// What the build makes of formula.grammar (@lezer/generator).
declare module '*.grammar' {
  import type { LRParser } from '@lezer/lr';
  export const parser: LRParser;
}
declare module '*.grammar.terms' {
  export const FunctionName: number;
  export const AndWord: number;
  export const OrWord: number;
  export const NotWord: number;
}
