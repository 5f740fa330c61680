import highsModule from 'highs';
import type { Highs, Model, ModelData } from 'highs';

/** Unseen cells, each with a factor. */
export type Terms = readonly (readonly [cell: string, factor: number])[];

/** A combination of unseen cells whose value a reader can work out, or bound from below. */
export interface Sum {
  readonly terms: Terms;
  readonly value: number;
  readonly bound: 'equal' | 'at_least';
}

/**
 * Those of some secrets that a reader of all sums, who knows that no count is negative, confines
 * to fewer than `width_min` numbers; a secret without unseen cells is confined to one. What a
 * combination of cells can be is a linear programme (Hundepool et al., Statistical Disclosure
 * Control, 2012, ch. 4: feasibility intervals). Any answer shows other secrets to be wide enough
 * too, and these are not asked.
 */
export async function confined<T>(
  secrets: readonly T[],
  termsOf: (secret: T) => Terms,
  sums: readonly Sum[],
  width_min: number,
): Promise<T[]> {
  const cells = [...new Set(sums.flatMap(({ terms }) => terms.map(([cell]) => cell)))];
  const columns = new Map(cells.map((cell, i) => [cell, i]));
  const open = secrets.map((secret) => {
    const terms = termsOf(secret).map(
      ([cell, factor]) => [columns.get(cell) ?? 0, factor] as const,
    );
    return { secret, terms, least: Infinity, most: -Infinity };
  });
  type Open = (typeof open)[number];
  const isWide = ({ least, most }: Open): boolean => most - least > width_min - tolerance;
  const note = (values: Float64Array): void => {
    for (const one of open) {
      const value = one.terms.reduce((sum, [at, factor]) => sum + factor * (values[at] ?? 0), 0);
      one.least = Math.min(one.least, value);
      one.most = Math.max(one.most, value);
    }
  };
  const highs = await solver();
  return highs.withModel(programmeOf(sums, columns), (model) => {
    model.options.set({ output_flag: false, solver: 'simplex', presolve: 'off' });
    model.options.set('simplex_strategy', primal_simplex);
    return open
      .filter((one) => {
        for (const sign of one.terms.length === 0 ? [] : [-1, 1]) {
          if (!isWide(one)) note(extremeOf(model, one.terms, sign));
        }
        return !isWide(one);
      })
      .map(({ secret }) => secret);
  });
}

/** Rounding of the solver; counts are whole. */
const tolerance = 1e-6;

/** The next question begins where the last answer stands, which stays possible. */
const primal_simplex = 4;

/** More than there are people: what no sum bounds ends here. */
const persons_max = 1e9;

/** Its declarations speak of the CommonJS build, where the loader is a member. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

let loaded: Promise<Highs> | undefined;
const solver = (): Promise<Highs> => (loaded ??= loadHighs());

function programmeOf(sums: readonly Sum[], columns: ReadonlyMap<string, number>): ModelData {
  const numCols = columns.size;
  const numRows = sums.length;
  const starts = sums.map((_, i) => sums.slice(0, i).reduce((n, { terms }) => n + terms.length, 0));
  const all = sums.flatMap(({ terms }) => terms);
  return {
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(persons_max),
    rowLower: sums.map(({ value }) => value),
    rowUpper: sums.map(({ value, bound }) => (bound === 'equal' ? value : Infinity)),
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: [...starts, all.length],
      indices: all.map(([cell]) => columns.get(cell) ?? 0),
      values: all.map(([, factor]) => factor),
    },
  };
}

/** What the unseen cells are where a combination is greatest (sign -1) or least (sign 1). */
function extremeOf(
  model: Model,
  terms: readonly (readonly [number, number])[],
  sign: number,
): Float64Array {
  for (const [column, factor] of terms) model.changeColCost(column, sign * factor);
  model.run();
  if (model.getModelStatus() !== optimal) {
    throw new TypeError(`published tables contradict each other: ${model.getModelStatus()}`);
  }
  const { colValue } = model.getSolution();
  for (const [column] of terms) model.changeColCost(column, 0);
  return colValue;
}

const optimal = 7;
