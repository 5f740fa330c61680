import type { DuckDb } from '../../engine/duckdb.ts';
import type { ScanSite } from '../../engine/scan-site.ts';
import { personWeightMin } from '../../model/link-kinds.ts';
import type { LinkCut } from '../../model/link-kinds.ts';
import { evidenceSets, kindNames } from './evidence-sets.ts';
import { joinPersons } from './join-persons.ts';
import type { JoinedPersons, Ties } from './join-persons.ts';
import { readTies } from './read-ties.ts';
import { dropTies, stageTies } from './stage-ties.ts';
import { writePersons } from './write-persons.ts';

export interface Persons extends JoinedPersons {
  readonly ties: Ties;
  /** Whether the data have any value of a kind, or kinds, that could decide. */
  readonly known: boolean;
  /** Whether they have any that shows who pays, collects or holds the device. */
  readonly shells_known: boolean;
  /** Accounts that are one person with another. */
  readonly merged_accounts: number;
}

/**
 * Reads `account_link` and `member.person_key`, leaves `person_link`, `person_link_account` and
 * `member_person` in the engine. `cuts` are ties that somebody has decided say nothing.
 */
export async function identifyPersons(
  engine: DuckDb,
  site: ScanSite,
  count: number,
  cuts: readonly LinkCut[],
): Promise<Persons> {
  await stageTies(engine, site, cuts);
  const ties = await readTies(engine, site, count);
  const joined = joinPersons(ties, personWeightMin);
  const present = new Set(
    (await site.engine.rows('SELECT DISTINCT kind FROM pp_tie')).map((row) => String(row['kind'])),
  );
  const merged_accounts = await writePersons(engine, joined);
  await dropTies(site);
  return {
    ...joined,
    ties,
    known: evidenceSets.some(({ kinds }) => kinds.every((kind) => present.has(kind))),
    shells_known: kindNames
      .filter((kind) => kind === 'payout' || kind === 'payment' || kind === 'device')
      .some((kind) => present.has(kind)),
    merged_accounts,
  };
}
