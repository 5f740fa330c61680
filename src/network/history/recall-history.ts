import type { DuckDb } from '../../engine/duckdb.ts';
import type { IssueCode, IssueLog } from '../../model/issue.ts';
import type { Tree } from '../analyse-tree.ts';
import type { Members } from '../load-members.ts';
import { memberIds } from '../member-ids.ts';
import { loadChanges } from './load-changes.ts';
import type { Changes } from './load-changes.ts';
import { memberTies } from './member-ties.ts';
import type { Oddities } from './member-ties.ts';
import { replayHistory } from './replay-history.ts';
import type { History } from './replay-history.ts';

export interface Recalled {
  /** When each present tie took effect, as far as the records say. */
  readonly tiedDay: Int32Array;
  /** Corrects the days of the sponsor tree; null where nobody is known to have moved. */
  readonly applyTo: (tree: Tree) => Promise<History | null>;
}

/** Ids named as examples in an issue. */
const EXAMPLES = 5;

/** Reads who changed recruiters when; to be asked before the claims in `members` are repaired. */
export async function recallHistory(
  engine: DuckDb,
  members: Members,
  time_zone: string,
  issues: IssueLog,
): Promise<Recalled> {
  const changes = await loadChanges(engine, time_zone);
  if (changes === null) {
    return { tiedDay: members.sponsorDay, applyTo: () => Promise.resolve(null) };
  }
  const tiedDay = members.sponsorDay.slice();
  const { sponsor: claimed, joinedDay } = members;
  const ties = memberTies(changes, { claimed, joinedDay, tiedDay });
  noteOddities(changes, ties.oddities, issues);
  return {
    tiedDay,
    applyTo: async (tree) => {
      const history = replayHistory(tree, ties, { joined: joinedDay, tied: tiedDay });
      await noteRefused(engine, history?.refused ?? [], issues);
      return history;
    },
  };
}

function noteOddities(changes: Changes, odd: Oddities, issues: IssueLog): void {
  const counts: readonly [IssueCode, number][] = [
    ['network.change_undated', changes.undated],
    ['network.change_of_stranger', changes.strangers],
    ['network.change_before_joining', odd.before_joining],
    ['network.change_gap', odd.gaps],
    ['network.change_ends_elsewhere', odd.ends_elsewhere],
    ['network.change_to_missing', odd.missing],
  ];
  for (const [code, count] of counts) if (count > 0) issues.add(code, {}, undefined, count);
}

async function noteRefused(
  engine: DuckDb,
  refused: readonly number[],
  issues: IssueLog,
): Promise<void> {
  if (refused.length === 0) return;
  const first = refused.slice(0, EXAMPLES);
  const idOf = await memberIds(engine, new Set(first));
  const named = first.map((no) => idOf.get(no)).join(', ');
  const members = refused.length > EXAMPLES ? `${named}, …` : named;
  issues.add('network.change_closes_circle', { members }, undefined, refused.length);
}
