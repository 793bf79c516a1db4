// The same training in C, as the roof of what the machine can do: the core's layout, a row per
// neuron and a column per sample, loops the compiler turns into vector instructions. Written to be
// compiled with -DREAL=double or -DREAL=float, as fast as the machine allows; native.ts drives it.
//
// Input: layer count, sizes, is hidden relu, is output tanh, is Adam, rate, samples, batch, schedule
// length; inputs, targets, start, schedule. Then commands: "s N" makes N steps and answers with the
// milliseconds of processor time they took, "p" answers with the parameters.

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef REAL real;
enum { MAX_LAYERS = 8 };

static int layers, sizes[MAX_LAYERS], relu, output_tanh, is_adam, samples, batch, schedule_length;
static double rate;
static real *inputs, *targets, *parameters, *gradient, *first, *second;
static real *outputs[MAX_LAYERS], *deltas[MAX_LAYERS], *wanted;
static int *schedule, parameter_count, update;

static real *reals(int count) { return aligned_alloc(64, ((size_t)count * sizeof(real) + 63) / 64 * 64); }

/** tanh x = (e²ˣ − 1)/(e²ˣ + 1); eᵘ by 2ᵏ and a polynomial, written for vector instructions. */
static inline real fast_tanh(real x) {
  real u = 2 * (x > 20 ? 20 : x < -20 ? -20 : x);
  real k = sizeof(real) == 8 ? rint(u * 1.4426950408889634) : rintf(u * 1.44269504f);
  real r = u - k * (real)0.693147180369123816490 - k * (real)1.90821492927058770002e-10;
  real p = (real)(1.0 / 479001600);
  static const double factorials[] = {39916800, 3628800, 362880, 40320, 5040, 720, 120, 24, 6, 2, 1, 1};
#pragma GCC unroll 12
  for (int i = sizeof(real) == 8 ? 0 : 5; i < 12; i++) {
    if (sizeof(real) == 4 && i == 5) p = (real)(1.0 / 5040);
    p = p * r + (real)(1 / factorials[i]);
  }
  real scale;
  if (sizeof(real) == 8) {
    union { int64_t i; double d; } bits = {((int64_t)(int32_t)k + 1023) << 52};
    scale = bits.d;
  } else {
    union { int32_t i; float f; } bits = {((int32_t)k + 127) << 23};
    scale = bits.f;
  }
  real e = p * scale;
  return (e - 1) / (e + 1);
}

static void forward_layer(int l, const real *w) {
  const real *bias = w + sizes[l] * sizes[l - 1];
  int kind = l == layers - 1 ? (output_tanh ? 1 : 0) : relu ? 2 : 1;
  for (int u = 0; u < sizes[l]; u++) {
    real *y = outputs[l] + u * batch;
    for (int s = 0; s < batch; s++) y[s] = bias[u];
    for (int i = 0; i < sizes[l - 1]; i++) {
      const real *x = outputs[l - 1] + i * batch, weight = w[u * sizes[l - 1] + i];
      for (int s = 0; s < batch; s++) y[s] += weight * x[s];
    }
    if (kind == 1) for (int s = 0; s < batch; s++) y[s] = fast_tanh(y[s]);
    if (kind == 2) for (int s = 0; s < batch; s++) y[s] = y[s] > 0 ? y[s] : 0;
  }
}

static void backward_layer(int l, const real *w, real *g) {
  int kind = l == layers - 1 ? (output_tanh ? 1 : 0) : relu ? 2 : 1, before = sizes[l - 1];
  if (l > 1) memset(deltas[l - 1], 0, (size_t)(before * batch) * sizeof(real));
  for (int u = 0; u < sizes[l]; u++) {
    real *d = deltas[l] + u * batch, total = 0;
    const real *y = outputs[l] + u * batch;
    if (kind == 1) for (int s = 0; s < batch; s++) d[s] *= 1 - y[s] * y[s];
    if (kind == 2) for (int s = 0; s < batch; s++) d[s] = y[s] > 0 ? d[s] : 0;
    for (int s = 0; s < batch; s++) total += d[s];
    g[sizes[l] * before + u] = total;
    for (int i = 0; i < before; i++) {
      const real *x = outputs[l - 1] + i * batch, weight = w[u * before + i];
      real sum = 0;
      for (int s = 0; s < batch; s++) sum += d[s] * x[s];
      g[u * before + i] = sum;
      if (l > 1) {
        real *to = deltas[l - 1] + i * batch;
        for (int s = 0; s < batch; s++) to[s] += weight * d[s];
      }
    }
  }
}

static void load_batch(void) {
  if (batch == samples && update > 0) return;
  const int *chosen = schedule + (int)((int64_t)update * batch % schedule_length);
  for (int i = 0; i < sizes[0]; i++)
    for (int s = 0; s < batch; s++) outputs[0][i * batch + s] = inputs[i * samples + chosen[s]];
  for (int i = 0; i < sizes[layers - 1]; i++)
    for (int s = 0; s < batch; s++) wanted[i * batch + s] = targets[i * samples + chosen[s]];
}

static void step(void) {
  int last = layers - 1, offsets[MAX_LAYERS] = {0};
  for (int l = 1; l < last; l++) offsets[l + 1] = offsets[l] + sizes[l] * (sizes[l - 1] + 1);
  load_batch();
  for (int l = 1; l < layers; l++) forward_layer(l, parameters + offsets[l]);
  for (int s = 0; s < sizes[last] * batch; s++) deltas[last][s] = (outputs[last][s] - wanted[s]) / batch;
  for (int l = last; l >= 1; l--) backward_layer(l, parameters + offsets[l], gradient + offsets[l]);
  update++;
  real correction1 = 1 - pow(0.9, update), correction2 = 1 - pow(0.999, update), eta = rate;
  if (!is_adam) {
    for (int i = 0; i < parameter_count; i++) parameters[i] -= eta * gradient[i];
    return;
  }
  for (int i = 0; i < parameter_count; i++) {
    first[i] = (real)0.9 * first[i] + (real)0.1 * gradient[i];
    second[i] = (real)0.999 * second[i] + (real)0.001 * gradient[i] * gradient[i];
    real root = sizeof(real) == 8 ? sqrt(second[i] / correction2) : sqrtf(second[i] / correction2);
    parameters[i] -= eta * (first[i] / correction1) / (root + (real)1e-8);
  }
}

static double number(void) {
  double value;
  if (scanf("%lf", &value) != 1) exit(1);
  return value;
}

static real *numbers(int count) {
  real *values = reals(count);
  for (int i = 0; i < count; i++) values[i] = number();
  return values;
}

int main(void) {
  layers = number();
  for (int l = 0; l < layers; l++) sizes[l] = number();
  relu = number(), output_tanh = number(), is_adam = number(), rate = number();
  samples = number(), batch = number(), schedule_length = number();
  for (int l = 1; l < layers; l++) parameter_count += sizes[l] * (sizes[l - 1] + 1);
  inputs = numbers(sizes[0] * samples);
  targets = numbers(sizes[layers - 1] * samples);
  parameters = numbers(parameter_count);
  schedule = malloc((size_t)schedule_length * sizeof(int));
  for (int i = 0; i < schedule_length; i++) schedule[i] = number();
  gradient = reals(parameter_count), first = reals(parameter_count), second = reals(parameter_count);
  memset(first, 0, (size_t)parameter_count * sizeof(real));
  memset(second, 0, (size_t)parameter_count * sizeof(real));
  for (int l = 0; l < layers; l++) outputs[l] = reals(sizes[l] * batch), deltas[l] = reals(sizes[l] * batch);
  wanted = reals(sizes[layers - 1] * batch);
  for (char command; scanf(" %c", &command) == 1;) {
    if (command == 's') {
      struct timespec from, to;
      long count = number();
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
      for (long k = 0; k < count; k++) step();
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
      printf("%.6f\n", (to.tv_sec - from.tv_sec) * 1e3 + (to.tv_nsec - from.tv_nsec) / 1e6);
    } else {
      for (int i = 0; i < parameter_count; i++) printf("%.17g%c", (double)parameters[i], i + 1 < parameter_count ? ' ' : '\n');
    }
    fflush(stdout);
  }
  return 0;
}
