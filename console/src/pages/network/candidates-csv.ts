import { byteOrderMark, csvLine } from '../../../../src/model/csv-cell.ts';
import { profileNames } from '../../../../src/model/counting.ts';
import { networkCandidates } from '../../../../src/server/contract/network.ts';
import { call } from '../../api/call.ts';
import type { GivenTo, Good } from '../../api/call.ts';

export type Candidate = Good<typeof networkCandidates>['body']['items'][number];

const heads = [
  'member_id',
  'level',
  'direct',
  'joined_on',
  'people_min',
  'people_min_by',
  'people_max',
  'people_max_by',
  'levels_min',
  'levels_max',
  ...profileNames.flatMap((name) => [`people_${name}`, `levels_${name}`]),
  'people_15_on',
  'people_30_on',
  'people_60_on',
  'people_120_on',
  'levels_3_on',
  'crossed_15_3_on',
  'crossed_30_3_on',
  'paid_in_minor',
  'earned_minor',
  'subtree_paid_in_minor',
  'subtree_earned_minor',
];

/** All candidates that are asked for, as a table for spreadsheets. */
export async function candidatesCsv(given: GivenTo<typeof networkCandidates>): Promise<Blob> {
  const lines = [byteOrderMark, csvLine(heads)];
  let cursor: string | null = null;
  do {
    const query: GivenTo<typeof networkCandidates>['query'] = {
      ...given.query,
      limit: 200,
      ...(cursor !== null && { cursor }),
    };
    const { body }: Good<typeof networkCandidates> = await call(networkCandidates, {
      ...given,
      query,
    });
    lines.push(...body.items.map(lineOf));
    cursor = body.next;
  } while (cursor !== null);
  return new Blob(lines, { type: 'text/csv;charset=utf-8' });
}

function lineOf(row: Candidate): string {
  const { people, levels, counts } = row.bracket;
  const { crossed } = row;
  return csvLine([
    row.member_id,
    row.level,
    row.direct,
    row.joined_on,
    people.min,
    people.min_by,
    people.max,
    people.max_by,
    levels.min,
    levels.max,
    ...profileNames.flatMap((name) => [counts[name]?.people ?? null, counts[name]?.levels ?? null]),
    crossed.people_15_on,
    crossed.people_30_on,
    crossed.people_60_on,
    crossed.people_120_on,
    crossed.levels_3_on,
    crossed.crossed_15_3_on,
    crossed.crossed_30_3_on,
    row.paid_in_minor,
    row.earned_minor,
    row.subtree_paid_in_minor,
    row.subtree_earned_minor,
  ]);
}
