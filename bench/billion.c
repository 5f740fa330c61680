/* The two sweeps of src/network/stream in C, one thread. Usage: billion MEMBERS FILE, FILE holding
   int32 parents. Prints seconds down, seconds up, and a checksum. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  int64_t n = atoll(argv[1]);
  FILE *f = fopen(argv[2], "rb");
  int32_t *parent = malloc(n * 4), *people = calloc(n, 4);
  uint16_t *level = calloc(n, 2), *levels = calloc(n, 2);
  if (!f || !parent || !people || !level || !levels) return 2;
  if (fread(parent, 4, n, f) != (size_t)n) return 2;
  double start = now();
  for (int64_t i = 0; i < n; i++) level[i] = parent[i] < 0 ? 1 : level[parent[i]] + 1;
  double down = now();
  for (int64_t i = n - 1; i >= 0; i--) {
    int32_t heads = people[i] + 1, p = parent[i];
    uint16_t tall = levels[i] + 1;
    people[i] = heads;
    levels[i] = tall;
    if (p < 0) continue;
    people[p] += heads;
    if (levels[p] < tall) levels[p] = tall;
  }
  double up = now();
  double sum = 0;
  for (int64_t i = 0; i < n; i++) sum += (double)(level[i] + levels[i]) + people[i] % 65536;
  printf("%.6f %.6f %.0f\n", down - start, up - down, sum);
  return 0;
}
