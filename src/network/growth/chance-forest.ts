/** What chance expects of a forest of a size; sums over its members. */
export interface Expected {
  readonly members: number;
  readonly leaves: number;
  readonly leaves_variance: number;
  /** Sum of levels, 1 for a root. */
  readonly levels_sum: number;
  readonly levels_variance: number;
}

export interface ChanceForest {
  /** The next to join: a root, or somebody recruited by any earlier member alike. */
  readonly join: (isRoot: boolean) => void;
  readonly expected: () => Expected;
}

/**
 * A random recursive forest: whoever is recruited is recruited by each earlier member with the
 * same chance. Means and variances are exact, one step a member, given which members are roots.
 *
 * A recruit of one of m members with L leaves adds a leaf unless its recruiter was one, so
 * E L' = E L + p and V L' = (1 - 2/m) V L + p (1 - p) with p = 1 - E L / m. For one root that gives
 * n/2 and n/12 (Najock and Heyde, J. Appl. Prob. 19, 1982, from n = 3 on). The sum of levels S
 * grows by one more than the level of somebody drawn at random, whose mean is S/m and whose mean
 * square is Q/m, the mean of squared levels: V S' = (1 + 2/m) V S + E Q / m - (E S / m)². For one
 * root the mean level is the harmonic number H_n and V S = n² (2 - H_n⁽²⁾) - n H_n (Mahmoud,
 * Probab. Eng. Inform. Sci. 5, 1991).
 */
export function chanceForest(): ChanceForest {
  let m = 0;
  let leaves = 0;
  let leavesVariance = 0;
  let sum = 0;
  let sumVariance = 0;
  let squares = 0;
  return {
    join: (isRoot) => {
      if (isRoot || m === 0) {
        leaves += 1;
        sum += 1;
        squares += 1;
      } else {
        const p = 1 - leaves / m;
        const mean = sum / m;
        leavesVariance = leavesVariance * (1 - 2 / m) + p * (1 - p);
        sumVariance = sumVariance * (1 + 2 / m) + squares / m - mean * mean;
        squares += squares / m + 2 * mean + 1;
        leaves += p;
        sum += mean + 1;
      }
      m++;
    },
    expected: () => ({
      members: m,
      leaves,
      // Rounding may leave less than nothing where there is nothing to choose.
      leaves_variance: Math.max(0, leavesVariance),
      levels_sum: sum,
      levels_variance: Math.max(0, sumVariance),
    }),
  };
}
