import { afterEach, describe, expect, it } from 'vitest';
import { DuckDb } from '../../../src/engine/duckdb.ts';
import { scansHere } from '../../../src/engine/scan-site.ts';
import { IssueLog } from '../../../src/model/issue.ts';
import { analyseNetwork } from '../../../src/network/analyse-network.ts';
import { writeExits } from '../../../src/network/crossings/write-exits.ts';
import { addRows, emptyNetworkTables } from '../../support/network-tables.ts';

const opened: DuckDb[] = [];
afterEach(() => opened.splice(0).forEach((db) => db.close()));

/** boss over a, a over b, b over c; one joins a month from January on; boss leaves in February. */
async function mall(
  earned: readonly (readonly [string, string, number, string])[],
): Promise<DuckDb> {
  const db = await DuckDb.open({ threads: 1 });
  opened.push(db);
  await emptyNetworkTables(db);
  await addRows(
    db,
    'member',
    ['boss', 'a', 'b', 'c'].map((id, i) => ({
      member_no: i,
      member_id: id,
      recruiter_no: i === 0 ? null : i - 1,
      joined_at: `2024-0${i + 1}-10 00:00:00`,
      left_at: i === 0 ? '2024-02-20 16:30:00' : null,
    })),
  );
  await addRows(
    db,
    'commission',
    earned.map(([beneficiary_id, accrued_at, amount_minor, status], i) => ({
      commission_id: String(i),
      beneficiary_id,
      accrued_at,
      paid_at: '2024-06-30 00:00:00',
      amount_minor,
      status,
    })),
  );
  return db;
}

const zone = { time_zone: 'Asia/Shanghai' };

describe('who left and still earned', () => {
  it('answers for what came until it last earned', async () => {
    const db = await mall([
      ['boss', '2024-02-20 17:00:00', 1, 'paid'],
      ['boss', '2024-02-21 16:00:00', 10, 'accrued'],
      ['boss', '2024-03-31 00:00:00', 200, 'paid'],
      ['boss', '2024-05-01 00:00:00', 4_000, 'reversed'],
      ['boss', '2024-05-02 00:00:00', -5, 'paid'],
      ['a', '2024-05-03 00:00:00', 6, 'paid'],
    ]);
    await analyseNetwork(db, zone);
    // The first was earned on the day of leaving itself.
    expect(await db.rows('SELECT * FROM network_exit')).toEqual([
      {
        member_id: 'boss',
        left_on: '2024-02-21',
        last_earned_on: '2024-03-31',
        earned_after_minor: 210,
        people_when_left: 2,
        levels_when_left: 2,
        people_when_last_earned: 3,
        levels_when_last_earned: 3,
      },
    ]);
  });

  it('is nobody where all was earned before', async () => {
    const db = await mall([['boss', '2024-02-01 00:00:00', 1, 'paid']]);
    await analyseNetwork(db, zone);
    expect(await db.rows('SELECT * FROM network_exit')).toEqual([]);
  });

  it.each([
    [0, null, 1],
    [1, 4, 0],
  ])('is not counted once %i members were visited, and that is said', async (most, people, n) => {
    const db = await mall([['boss', '2024-06-01 00:00:00', 1, 'paid']]);
    const issues = new IssueLog();
    const joinedDay = Int32Array.from([19_732, 19_763, 19_792, 19_823]);
    const tree = {
      parent: Int32Array.from([-1, 0, 1, 2]),
      memberNo: Int32Array.from([0, 1, 2, 3]),
      joinedDay,
      tiedDay: joinedDay,
      history: null,
    };
    const limited = { ...zone, site: scansHere(db), members_visited_max: most };
    await writeExits(db, tree, limited, issues);
    expect(await db.rows('SELECT people_when_last_earned AS people FROM network_exit')).toEqual([
      { people },
    ]);
    expect(issues.list().map(({ code, count }) => [code, count])).toEqual(
      n === 0 ? [] : [['network.exits_not_counted', n]],
    );
  });
});
