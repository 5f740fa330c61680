const free = 5;
const longest_s = 900;

/**
 * Seconds to wait after so many failures in a row: none for the first, then doubling to a quarter
 * of an hour. An account is slowed, never locked: nobody can shut somebody else out for good.
 */
export function waitAfter(failures: number): number {
  return failures < free ? 0 : Math.min(longest_s, 2 ** Math.min(failures - free, 20));
}
