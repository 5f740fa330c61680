/* The steps of the network kernels in C, one thread: what the typed arrays are measured against.
   Usage: forest MEMBERS FILE, FILE holding int32 parents, int32 days, double paid, double earned.
   Prints processor seconds of the sweeps, those of the dates, and a checksum. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NEVER 0x7fffffff
#define TIED 0x80
#define COUNT 0x7f

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static void *take(size_t n, size_t size) {
  void *p = malloc(n * size);
  if (!p) exit(2);
  return p;
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  int32_t n = atoi(argv[1]);
  FILE *f = fopen(argv[2], "rb");
  int32_t *parent = take(n, 4), *day = take(n, 4);
  double *paid = take(n, 8), *earned = take(n, 8);
  if (!f || fread(parent, 4, n, f) != n || fread(day, 4, n, f) != n ||
      fread(paid, 8, n, f) != n || fread(earned, 8, n, f) != n) return 2;

  double start = now();
  int32_t *level = take(n, 4), *people = take(n, 4), *height = take(n, 4);
  for (int32_t i = 0; i < n; i++) level[i] = parent[i] < 0 ? 1 : level[parent[i]] + 1;
  for (int32_t i = 0; i < n; i++) people[i] = height[i] = 1;
  for (int32_t i = n - 1; i >= 0; i--) {
    int32_t p = parent[i];
    if (p < 0) continue;
    people[p] += people[i];
    if (height[p] <= height[i]) height[p] = height[i] + 1;
    paid[p] += paid[i];
    earned[p] += earned[i];
  }
  double swept = now();

  static const int thresholds[] = {15, 30, 60, 120};
  int32_t *days[4], *day_at[121] = {0};
  for (int t = 0; t < 4; t++) {
    days[t] = day_at[thresholds[t]] = take(n, 4);
    for (int32_t i = 0; i < n; i++) days[t][i] = NEVER;
  }
  uint8_t *heads = take(n, 1);
  memset(heads, 1, n);
  for (int32_t i = 0; i < n; i++) {
    int32_t up = parent[i];
    if (up < 0) continue;
    int joining = heads[i];
    heads[i] = joining | TIED;
    for (;;) {
      int before = heads[up], had = before & COUNT;
      if (had >= 120) break;
      int has = had + joining < 120 ? had + joining : 120;
      heads[up] = (before & TIED) | has;
      for (int c = had + 1; c <= has; c++)
        if (day_at[c]) day_at[c][up] = day[i] > day[up] ? day[i] : day[up];
      if (!(before & TIED)) break;
      up = parent[up];
    }
  }
  int32_t *second = take(n, 4), *third = take(n, 4);
  for (int32_t i = 0; i < n; i++) second[i] = third[i] = NEVER;
  for (int32_t i = 0; i < n; i++)
    if (parent[i] >= 0 && day[i] < second[parent[i]]) second[parent[i]] = day[i];
  for (int32_t i = 0; i < n; i++) {
    if (parent[i] < 0) continue;
    int32_t d = day[i] > second[i] ? day[i] : second[i];
    if (d < third[parent[i]]) third[parent[i]] = d;
  }
  for (int32_t i = 0; i < n; i++) if (day[i] > third[i]) third[i] = day[i];
  double dated = now();

  double sum = 0;
  for (int32_t i = 0; i < n; i++)
    sum += (double)level[i] + people[i] + height[i] + days[1][i] % 65536 + days[3][i] % 65536 +
           third[i] % 65536 + (parent[i] < 0 ? paid[i] + earned[i] : 0);
  printf("%.6f %.6f %.0f\n", swept - start, dated - swept, sum);
  return 0;
}
