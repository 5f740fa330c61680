import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DuckDb } from '../../../src/engine/duckdb.ts';
import { limits } from '../../../src/model/limits.ts';
import { growTree } from '../../../src/network/grow-tree.ts';
import { siteHere } from '../../../src/network/sql/forest-site.ts';
import type { ForestSite } from '../../../src/network/sql/forest-site.ts';
import { sqlTree } from '../../../src/network/sql/sql-tree.ts';
import type { TreeSource } from '../../../src/network/sql/sql-tree.ts';
import { lintTokens } from '../../../src/provisions/sql/lint-tokens.ts';
import { lintTree } from '../../../src/provisions/sql/lint-tree.ts';
import { parseSql } from '../../../src/provisions/sql/syntax-tree.ts';
import { sourceOf, treeByKernels } from '../../support/many-forests.ts';
import { bigForest, membersOf } from '../random-forest.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_129);

let duckdb: DuckDb;
beforeEach(async () => {
  duckdb = await DuckDb.open({ threads: 1 });
});
afterEach(() => duckdb.close());

/** Everybody recruited by the one before. */
function chain(length: number): TreeSource {
  const day = new Int32Array(length);
  const parent = Int32Array.from(day, (_, no) => no - 1);
  const money = { paidIn: null, earned: null };
  return { name: 'placement', parent, joinedDay: day, tiedDay: day, money };
}

/** The site, with something else in the place of a piece of its SQL. */
function slipped(from: string, to: string): ForestSite {
  const site = siteHere(duckdb);
  const { make } = site.work;
  const slip: typeof make = async (name, query) => await make(name, query.replaceAll(from, to));
  return { ...site, work: { ...site.work, make: slip } };
}

/** Two circles, of which the second is met first, from below; one for himself; one of strangers. */
function circles(): TreeSource {
  return { ...chain(9), parent: Int32Array.from([7, 4, 3, 2, 1, 5, 99, 8, 7]) };
}

describe('a tree worked out in SQL', () => {
  it('is the tree of the kernels, nodes, repairs and all', async () => {
    for (const rows of fc.sample(bigForest, { numRuns: 3, seed })) {
      for (const order of ['joined', 'any'] as const) {
        const source = sourceOf(membersOf(rows, order));
        const tree = await sqlTree(duckdb, siteHere(duckdb), {
          ...source,
          parent: source.parent.slice(),
        });
        expect(tree, `seed ${seed}`).toEqual(treeByKernels(source));
      }
    }
  });

  it('names cuts in the order in which their circles are met', async () => {
    const { repairs, parentOfMember } = await sqlTree(duckdb, siteHere(duckdb), circles());
    expect(repairs).toEqual({
      selfParents: [5],
      missingParents: [6],
      cuts: [7, 1, 2],
      cycleMembers: 6,
    });
    expect([...parentOfMember]).toEqual([7, -1, -1, 2, 1, -1, -1, -1, 7]);
  });

  it('may be of nobody, or one long chain', async () => {
    for (const length of [0, 1, 2, 105]) {
      const tree = await sqlTree(duckdb, siteHere(duckdb), chain(length));
      expect(tree).toEqual(treeByKernels(chain(length)));
    }
  });

  it('goes no deeper than it can', async () => {
    const source = chain(limits.sql_forest_levels_max + 1);
    await expect(sqlTree(duckdb, siteHere(duckdb), source)).rejects.toThrow(
      'network.too_deep_for_sql',
    );
  });

  it('stops where what comes back has a circle', async () => {
    const site = slipped('WHERE r.member_no = r.least_no', 'WHERE r.member_no < 0');
    await expect(sqlTree(duckdb, site, circles())).rejects.toThrow('network.sql_forest_broken');
  });

  it('adds up no more money than is exact', async () => {
    const paidIn = Float64Array.from([Number.MAX_SAFE_INTEGER, -1]);
    const source = { ...chain(2), money: { paidIn, earned: null } };
    await expect(sqlTree(duckdb, siteHere(duckdb), source)).rejects.toThrow(
      'network.sum_too_large',
    );
  });

  it('asks nothing that would mean something else on another engine', async () => {
    const asked: string[] = [];
    const site = siteHere(duckdb);
    const { engine, make } = site.work;
    const noted: ForestSite = {
      ...site,
      work: {
        ...site.work,
        engine: {
          ...engine,
          rows: async (sql) => {
            asked.push(sql);
            return await engine.rows(sql);
          },
        },
        make: async (name, query) => {
          asked.push(query);
          await make(name, query);
        },
      },
    };
    await sqlTree(duckdb, noted, circles());
    expect(asked.length).toBeGreaterThan(15);
    for (const sql of asked) {
      const { root } = await parseSql(duckdb, sql);
      expect.assert(root);
      expect([...lintTokens(sql, new Set()), ...lintTree(sql, root, {})], sql).toEqual([]);
    }
  });
});

describe('kernels and SQL, each checking the other', () => {
  it.each([
    ['parent_no', 'r.member_no = r.least_no', 'r.member_no > r.least_no'],
    ['people', 'sum(c.people)', 'max(c.people)'],
    ['people_15_on', 'd.people_by >= 14', 'd.people_by >= 15'],
    ['people_30_on', 'w.people_before < 119', 'w.people_before < 15'],
    ['levels_3_on', 'min(greatest(', 'max(greatest('],
    ['subtree_paid_in_minor', 'v.paid_in_minor +', '1 + v.paid_in_minor +'],
  ])('stop where %s differs', async (figure, from, to) => {
    const [rows = []] = fc.sample(bigForest, { numRuns: 1, seed });
    const source = sourceOf(membersOf(rows, 'joined'));
    const ids = source.parent.map((_, no) => no);
    await duckdb.run(`CREATE TABLE member AS
      SELECT unnest([${ids.join(', ')}]) AS member_no, 'm' || member_no AS member_id`);
    const same = { by: 'both', site: siteHere(duckdb) } as const;
    const claimed = (): TreeSource => ({ ...source, parent: source.parent.slice() });
    expect(await growTree(duckdb, claimed(), same)).toEqual(treeByKernels(source));
    const other = { by: 'both', site: slipped(from, to) } as const;
    await expect(growTree(duckdb, claimed(), other)).rejects.toThrow(
      new RegExp(`network.forests_differ.* on ${figure} of \\d+ members of the sponsor tree`),
    );
  });
});
