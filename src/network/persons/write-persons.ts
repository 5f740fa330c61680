import { writeColumns } from '../../engine/columns.ts';
import type { DuckDb } from '../../engine/duckdb.ts';
import { personWeightMin } from '../../model/link-kinds.ts';
import type { JoinedPersons } from './join-persons.ts';

/** Creates the tables of persons from what `stageTies` left; returns the accounts merged. */
export async function writePersons(engine: DuckDb, joined: JoinedPersons): Promise<number> {
  await writeLinks(engine, joined.refused);
  const { members, merged } = mergedAccounts(joined.person);
  await writeColumns(engine, 'pp_person', {
    member_no: members,
    first_no: members.map((no) => joined.person[no]!),
    accounts: members.map((no) => merged.get(joined.person[no]!)!),
    confidence: members.map((no) => joined.confidence[joined.person[no]!]!),
  });
  await engine.run(`CREATE OR REPLACE TABLE member_person AS
    SELECT m.member_id, f.member_id AS person_id, CAST(p.accounts AS BIGINT) AS accounts,
      CAST(p.confidence AS BIGINT) AS confidence
    FROM pp_person p JOIN member m ON m.member_no = p.member_no
      JOIN member f ON f.member_no = p.first_no
    ORDER BY p.first_no, p.member_no`);
  await engine.run('DROP TABLE pp_person');
  return members.length;
}

async function writeLinks(engine: DuckDb, refused: Uint8Array): Promise<void> {
  await writeColumns(engine, 'pp_refused', {
    group_no: Int32Array.from([...refused.keys()].filter((group) => refused[group] === 1)),
  });
  await engine.run(`CREATE OR REPLACE TABLE person_link AS
    SELECT CAST(g.group_no AS BIGINT) AS link_id, g.kinds, g.link_key,
      CAST(g.accounts AS BIGINT) AS accounts, CAST(g.weight AS BIGINT) AS weight,
      CASE WHEN g.cut THEN 'switched_off' WHEN g.too_many THEN 'too_many_accounts'
        WHEN g.weight < ${personWeightMin} THEN 'too_weak'
        WHEN r.group_no IS NOT NULL THEN 'identities_differ' ELSE 'joins' END AS state
    FROM pp_group g LEFT JOIN pp_refused r ON r.group_no = g.group_no
    ORDER BY g.group_no`);
  await engine.run(`CREATE OR REPLACE TABLE person_link_account AS
    SELECT CAST(i.group_no AS BIGINT) AS link_id, m.member_id
    FROM pp_in_group i JOIN member m ON m.member_no = i.member_no
    ORDER BY i.group_no, i.member_no`);
  await engine.run('DROP TABLE pp_refused');
}

/** Accounts that share a person, ascending, and how many each such person has. */
function mergedAccounts(person: Int32Array): {
  members: Int32Array;
  merged: ReadonlyMap<number, number>;
} {
  const merged = new Map<number, number>();
  person.forEach((first, no) => {
    if (first !== no) merged.set(first, (merged.get(first) ?? 1) + 1);
  });
  const members: number[] = [];
  person.forEach((first, no) => {
    if (first !== no || merged.has(no)) members.push(no);
  });
  return { members: Int32Array.from(members), merged };
}
