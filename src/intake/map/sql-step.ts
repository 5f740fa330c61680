/**
 * One step of reading: SQL of a text → SQL of the next text. Steps are laid out as nested
 * SELECTs, each over columns of the one below: inlined, they would double at every use.
 */
export type SqlStep = (text: string) => string;

/** Runs steps one inside the other, for single values. */
export function nestedSql(text: string, steps: readonly SqlStep[]): string {
  const inner = steps.reduce(
    (from, step) => `SELECT ${step('t')} AS t FROM (${from})`,
    `SELECT ${text} AS t`,
  );
  return `(${inner})`;
}
