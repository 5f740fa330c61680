import { DuckDb } from '../engine/duckdb.ts';
import { insertRows } from '../engine/insert-rows.ts';
import { IssueLog } from '../model/issue.ts';
import type { Pack, Provision } from '../model/provision.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { importedTables, isTableName } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { analyseNetwork } from '../network/analyse-network.ts';
import { dropNumbers, makeTrees } from '../network/make-trees.ts';
import { attachCalendars } from '../provisions/attach-calendars.ts';
import type { RunContext } from '../provisions/context.ts';
import { deriveTables, tablesRead } from '../provisions/derive.ts';
import { missingNeeds } from '../provisions/needs.ts';
import { runProvisions } from '../provisions/run.ts';
import type { ProvisionRun } from '../provisions/run.ts';
import { fillTables, suppliedBy } from '../provisions/test-tables.ts';
import { derivers } from './derivers.ts';
import { fundingTableNames } from './funding-derivers.ts';
import { dutiesOf, judge } from './judge.ts';
import type { Judgement } from './judge.ts';
import { openRowScreen } from './screen-rows.ts';
import type { Filled, ScreenedAll, Tables } from './screen-rows.ts';

/** Small data sets judged by real packs, in one engine. */
export interface RowJudge {
  /** Some provisions on many data sets at once: which have a finding, which lack what. */
  readonly screen: (
    sets: readonly Tables[],
    provisions: readonly Provision[],
    as_of: string,
  ) => Promise<ScreenedAll>;
  /** Some provisions on these rows; only what they read is derived. */
  readonly decide: (
    tables: Tables,
    provisions: readonly Provision[],
    as_of: string,
  ) => Promise<ProvisionRun>;
  /** The same as a whole run of `inspect` would judge them. */
  readonly confirm: (tables: Tables, as_of: string) => Promise<Judgement>;
  /** Ends the statement that runs now: that throws. */
  readonly interrupt: () => void;
  readonly close: () => void;
}

/**
 * In engines that reach no file and whose settings are locked: packs may hold SQL of others.
 * `filled`: the only tables that ever have rows, and the columns that count as
 * supplied.
 */
export async function openRowJudge(
  packs: readonly Pack[],
  currency: string,
  filled: Filled,
): Promise<RowJudge> {
  const engine = await DuckDb.open({ threads: 1, memory_limit: '1GB', confined_to: [] });
  await fillTables(engine, {}, importedTables());
  await attachCalendars(engine, packs);
  const time_zone = packs[0]?.time_zone ?? 'UTC';
  const zones = new Map(
    packs.flatMap((pack) => pack.provisions.map(({ id }) => [id, pack.time_zone] as const)),
  );
  const supplyOf = (tables: Tables): Snapshot['tables'] => {
    const given = Object.keys(tables).filter(isTableName);
    const present = given.flatMap((name) => (filled[name] ?? []).map((one) => `${name}.${one}`));
    return suppliedBy({ name: '', as_of: '', tables, present, absent: [], expect: nothing });
  };
  const many = await openRowScreen(packs, currency, supplyOf);
  /** The rows, what is made of them and the answer, in a transaction that leaves nothing. */
  const judging = async <T>(tables: Tables, ask: (supply: RowSupply) => Promise<T>): Promise<T> => {
    await engine.run('BEGIN');
    try {
      for (const name of Object.keys(tables).filter(isTableName)) {
        await insertRows(engine, name, tables[name] ?? []);
      }
      return await ask({ tables: supplyOf(tables), currency, input_digests: [] });
    } finally {
      await engine.run('ROLLBACK');
    }
  };
  return {
    screen: many.screen,
    decide: (tables, provisions, as_of) =>
      judging(tables, async (supply) => {
        // What lacks something to be asked at all reads nothing.
        const asked = provisions.filter((one) => missingNeeds(one, supply).length === 0);
        const wanted = tablesRead(asked);
        const issues = new IssueLog();
        if (ofWholeNetwork.some((name) => wanted.has(name))) {
          await analyseNetwork(engine, { time_zone });
        } else if (ofTrees.some((name) => wanted.has(name))) {
          const { trees } = await makeTrees(engine, time_zone, issues);
          await dropNumbers(engine, trees);
        }
        const deriving = { as_of, time_zone, ...supply, packs, issues };
        await deriveTables(engine, derivers, wanted, deriving);
        const runs: ProvisionRun[] = [];
        for (const [zone, some] of Map.groupBy(provisions, ({ id }) => zones.get(id) ?? 'UTC')) {
          runs.push(await runProvisions(engine, some, { as_of, time_zone: zone, ...supply }));
        }
        return {
          findings: runs.flatMap(({ findings }) => findings),
          verdicts: runs.flatMap(({ verdicts }) => verdicts),
        };
      }),
    confirm: (tables, as_of) =>
      judging(tables, async (supply) => {
        await analyseNetwork(engine, { time_zone });
        return judge(engine, packs, { as_of, time_zone, ...supply });
      }),
    interrupt: () => {
      many.interrupt();
      engine.interrupt();
    },
    close: () => {
      many.close();
      engine.close();
    },
  };
}

type RowSupply = Pick<RunContext, 'tables' | 'currency' | 'input_digests'>;

const networkTables: readonly TableName[] = ['network_member', 'network_tree'];
/** What takes the trees to be made, and what takes all that is known of the network. */
const ofTrees: readonly TableName[] = [...networkTables, 'downline_sales', 'member_gain'];
const ofWholeNetwork: readonly TableName[] = [
  'network_count',
  'network_exit',
  'network_paid_crossing',
  'person_link',
  'person_link_account',
  'member_person',
];
/** What is worked out of the rows for provisions that read it. */
const workedOut: readonly TableName[] = [...networkTables, ...fundingTableNames];
const nothing = { breach: [], cannot_tell: [], ok: [] };

/** Provisions that look at what a plan pays, and need nothing a plan has no part in. */
export function provisionsAboutPlans(
  packs: readonly Pack[],
  filled: Filled,
  as_of: string,
): Provision[] {
  const known = new Set<TableName>([...Object.keys(filled).filter(isTableName), ...workedOut]);
  const pays = new Set<TableName>(['plan', 'plan_rule', 'fee', 'commission']);
  return dutiesOf(packs, as_of).filter(
    ({ reads, in_force }) =>
      (in_force.to === null || in_force.to >= as_of) &&
      reads.some(({ table }) => pays.has(table)) &&
      reads.every(({ table, required }) => known.has(table) || required.length === 0),
  );
}
