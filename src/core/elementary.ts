// The one door to the elementary functions. They replace Math.exp, Math.sin, … , whose last bits
// differ between engines: made of + − × ÷ √ and table look-ups only, they give the same bits in
// every engine, and with them every training run and every number of the prose is the same
// everywhere. tests/core/elementary measures their errors.

export { erf, erfc, normalDensity, normalDistribution } from './elementary/error-function.ts';
export { cosh, exp, expm1, sinh } from './elementary/exponential.ts';
export { sigmoid, tanh } from './elementary/hyperbolic-tangent.ts';
export { log, log1p, log2, log10 } from './elementary/logarithm.ts';
export { cbrt, hypot, pow } from './elementary/power.ts';
export { softplus } from './elementary/softplus.ts';
export { acos, asin, atan, cos, sin, tan } from './elementary/trigonometry.ts';
