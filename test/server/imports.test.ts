import { afterAll, beforeAll, expect, it } from 'vitest';
import { limits } from '../../src/model/limits.ts';
import { inspectionsAccounting } from '../../src/server/contract/accounting.ts';
import { detectionsCreate } from '../../src/server/contract/detections.ts';
import { inspectionsCreate } from '../../src/server/contract/inspections.ts';
import { jobsEvents } from '../../src/server/contract/jobs.ts';
import { networkMember } from '../../src/server/contract/network.ts';
import { uploadsAppend, uploadsCreate } from '../../src/server/contract/uploads.ts';
import type { Client } from '../../src/server/client.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer } from '../support/api-server.ts';

let api: ApiServer;
let call: Client;
let foreign: Client;

beforeAll(async () => {
  api = await apiServer();
  await addTenant(api, 'ours', 'platform');
  await addTenant(api, 'theirs', 'platform');
  call = api.client((await addPerson(api, 'hand', 'ours', ['handler'])).headers);
  foreign = api.client((await addPerson(api, 'other', 'theirs', ['handler'])).headers);
});
afterAll(async () => await api.end());

/** Of four rows the third has two cells too many. */
const users = `uid,parent_uid,nick,reg_time
1,0,甲,2025-01-01 08:00:00
2,1,乙,2025-01-02 08:00:00
3,1,丙,2025-01-03 08:00:00,extra,more
4,2,丁,2025-01-04 08:00:00
`;

async function uploaded(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const begun = await call(uploadsCreate, {
    body: { name: 'users.csv', size_bytes: bytes.length },
  });
  if (!begun.ok) throw new Error(begun.problem.en);
  const params = { upload_id: begun.body.id };
  await call(uploadsAppend, { params, headers: { 'upload-offset': 0 }, body: bytes });
  return begun.body.id;
}

it('a file is looked at, its mapping corrected, and every row of it accounted for', async () => {
  const upload_id = await uploaded(users);
  const params = { upload_id };
  expect((await foreign(detectionsCreate, { params })).status).toBe(404);
  let seen = await call(detectionsCreate, { params });
  while (seen.ok && seen.status === 202) seen = await call(detectionsCreate, { params });
  if (!seen.ok || seen.status !== 200) throw new Error('no detection');
  const { columns, mapping, software, tables } = seen.body;
  expect([software.name, tables.map(({ raw_table, table }) => [raw_table, table])]).toEqual([
    null,
    [['users', 'member']],
  ]);
  const recruiter = columns.find(({ column }) => column === 'recruiter_id');
  expect(recruiter?.raw_column).toBe('parent_uid');
  expect(recruiter?.reasons.every(({ en, zh }) => en !== '' && zh !== '')).toBe(true);

  const inspect = async (corrected: string) => {
    const body = { title: 'a', uploads: [upload_id], packs: ['association-group-buying'] };
    return await call(inspectionsCreate, { body: { ...body, mapping: corrected } });
  };
  const wrong = await inspect(mapping.replace('member_id: uid', 'membr_id: uid'));
  if (wrong.ok) throw new Error('taken');
  const line = mapping.split('\n').findIndex((one) => one.includes('member_id: uid')) + 1;
  expect([wrong.problem.code, wrong.problem.place]).toEqual([
    'mapping.invalid',
    { line, column: 7 },
  ]);
  expect(wrong.problem.en).toContain("nearest: 'member_id'");

  // The correction counts: by it nobody has a recruiter.
  const lone = mapping
    .split('\n')
    .filter((one) => !one.includes('recruiter_id'))
    .join('\n');
  const made = await inspect(lone);
  if (!made.ok) throw new Error(made.problem.en);
  const { id: inspection_id, job_id } = made.body;
  const events = await call(jobsEvents, { params: { job_id }, headers: {} });
  const text = await events.response.text();
  expect(text).toContain('"state":"done"');
  expect(text).toMatch(/"rows":\d+,"elapsed_s":[\d.]+,"rows_per_s":(\d+|null),"left_s":(\d+|null)/);
  const one = { inspection_id, tree: 'sponsor', member_id: '2' } as const;
  const member = await call(networkMember, { params: one });
  expect(member.ok && [member.body.member.parent, member.body.member.people]).toEqual([null, 1]);
  await isAccounted(inspection_id);
});

async function isAccounted(inspection_id: string): Promise<void> {
  const params = { inspection_id };
  expect((await foreign(inspectionsAccounting, { params })).status).toBe(404);
  const answer = await call(inspectionsAccounting, { params });
  if (!answer.ok) throw new Error(answer.problem.en);
  const { raw_tables, tables, issues, files } = answer.body;
  expect(files.map(({ name, bytes }) => [name, bytes])).toEqual([
    ['users.csv', Buffer.byteLength(users)],
  ]);
  expect(raw_tables).toEqual([
    { name: 'users', declared: true, present: 4, read: 3, refused: 1, skipped: null },
  ]);
  expect(tables).toMatchObject([{ table: 'member', present: 3, read: 3, refused: 0 }]);
  // The row that was refused, by its line, with what to do about it.
  const refused = issues.find((issue) => issue.line === 4);
  expect(refused).toMatchObject({ file: 'users.csv', count: 1 });
  expect(refused?.zh).not.toBe('');
}

it('a mapping is as long as a body allows', async () => {
  const most = limits.mapping_chars_max;
  for (const [length, code] of [
    [most - 1, 'mapping.invalid'],
    [most, 'mapping.invalid'],
    [most + 1, 'http.invalid'],
  ] as const) {
    const body = { title: 'a', uploads: ['none'], mapping: `# ${'x'.repeat(length - 2)}` };
    const answer = await call(inspectionsCreate, { body });
    expect(!answer.ok && answer.problem.code).toBe(code);
  }
});
