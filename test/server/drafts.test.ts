import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb, sqlText } from '../../src/engine/duckdb.ts';
import { limits } from '../../src/model/limits.ts';
import { newPack } from '../../src/packs/skeleton/new-pack.ts';
import type { Finding } from '../../src/model/provision.ts';
import * as contract from '../../src/server/contract/drafts.ts';
import { findingsList } from '../../src/server/contract/findings.ts';
import type { DraftFile } from '../../src/server/drafts/draft-order.ts';
import { draftWork } from '../../src/server/drafts/work-on-draft.ts';
import type { Client } from '../../src/server/client.ts';
import { addPerson, addTenant, apiServer } from '../support/api-server.ts';
import type { ApiServer, Person } from '../support/api-server.ts';
import { eventsOf } from '../support/event-answer.ts';
import { inspectedUpload, uploadedText } from '../support/inspected-upload.ts';

type Found = Pick<Finding, 'subject' | 'act_on' | 'evidence'>;

const sound: readonly DraftFile[] = [...newPack({ id: 'ours', publisher: '协会' })].map(
  ([name, text]) => ({ name, text }),
);
const provision = 'provisions/ours.refund-in-time.md';

/** The sound pack with one text in its provision put in the place of another. */
function withChange(from: string | RegExp, to: string): DraftFile[] {
  return sound.map(({ name, text }) => ({
    name,
    text: name === provision ? text.replace(from, () => to) : text,
  }));
}
/** The sound pack with another test. */
const testing = (sql: string): DraftFile[] =>
  withChange(/(?<=## Test\n```sql\n)[\s\S]*?(?=\n```)/, sql).map(({ name, text }) => ({
    name,
    text: text.replace('check: row', 'check: set'),
  }));

const folder = mkdtempSync(join(tmpdir(), 'polyprism-draft-'));
let api: ApiServer;
let author: Person;
let own: Client;

beforeAll(async () => {
  api = await apiServer();
  await addTenant(api, 'union', 'association');
  await addTenant(api, 'others', 'association');
  await addTenant(api, 'shop', 'operator');
  author = await addPerson(api, 'author', 'union', ['handler']);
  own = api.client(author.headers);
});
afterAll(async () => {
  await api.end();
  rmSync(folder, { recursive: true });
});

async function lint(files: readonly DraftFile[]) {
  const answer = await own(contract.draftsLint, { body: { files: [...files] } });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.body;
}

describe('a draft', () => {
  it('is checked as it is written: place, code and what to write', async () => {
    expect(await lint(sound)).toMatchObject({
      pack: { id: 'ours', provisions: 1 },
      diagnostics: [],
    });
    const wrong = withChange('status: experimental', 'status: good');
    const text = wrong.find(({ name }) => name === provision)?.text ?? '';
    const line = text.split('\n').indexOf('status: good') + 1;
    const place = { file: provision, line, column: 9, length: 4 };
    const { pack, diagnostics } = await lint(wrong);
    expect(pack).toBe(null);
    expect(diagnostics).toMatchObject([{ code: 'pack.wrong_value', ...place }]);
    expect(diagnostics[0]?.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it('keeps every revision, and nobody writes over another', async () => {
    const made = await own(contract.draftsCreate, { body: { title: '规范', files: [...sound] } });
    expect.assert(made.ok);
    const params = { draft_id: made.body.draft_id };
    const changed = withChange('status: experimental', 'status: tested');
    const body = { expected: 1, files: changed };
    expect(await own(contract.draftsRevise, { params, body })).toMatchObject({
      body: { number: 2 },
    });
    const late = await own(contract.draftsRevise, { params, body });
    expect(late).toMatchObject({ status: 409, problem: { code: 'draft.changed' } });
    const first = await own(contract.draftsRead, { params, query: { revision: 1 } });
    expect(first).toMatchObject({ body: { draft: { revision: 2 }, revision: { files: sound } } });
    const newest = await own(contract.draftsRead, { params, query: {} });
    expect(newest).toMatchObject({ body: { revision: { number: 2, files: changed } } });
    const stranger = api.client((await addPerson(api, 'other', 'others', ['handler'])).headers);
    expect(await stranger(contract.draftsRead, { params, query: {} })).toMatchObject({
      status: 404,
    });
    const seller = api.client((await addPerson(api, 'seller', 'shop', ['handler'])).headers);
    expect(await seller(contract.draftsList, { query: {} })).toMatchObject({ status: 403 });
  });

  it('is tested with every small mistake in it', async () => {
    const made = await own(contract.draftsCreate, { body: { title: 'a', files: [...sound] } });
    expect.assert(made.ok);
    const { draft_id } = made.body;
    const test = async (mutants: boolean) =>
      await eventsOf(api.url, contract.draftsTest, author.headers, { mutants }, { draft_id });
    const passed = (await test(true)).at(-1);
    expect(passed).toMatchObject({ event: 'result', data: { passed: true } });
    expect(passed?.data['provisions'][0].mutants.survivors).toEqual([]);
    // > instead of >=: the case of seven days notices.
    const late = withChange(
      'pp_date(a.refunded_at)) > $days_max',
      'pp_date(a.refunded_at)) >= $days_max',
    );
    await own(contract.draftsRevise, { params: { draft_id }, body: { expected: 1, files: late } });
    const failed = (await test(false)).at(-1);
    // Seven days are late now: what was expected, and what came.
    const difference = { about: 'breach', subject: null, expected: ['a1'], got: ['a1', 'a2'] };
    const ok = { about: 'ok', subject: 'a2', expected: 'no_breach', got: 'breach' };
    const name = 'eight days are late, seven are not; no refund on record';
    expect(failed).toMatchObject({
      event: 'result',
      data: {
        passed: false,
        provisions: [
          {
            failures: [
              { case: name, ...difference },
              { case: name, ...ok },
            ],
            missing: [],
          },
        ],
      },
    });
  });

  it('is tried on inspected data, as of a day, and leaves nothing there', async () => {
    // Days in China, where midnight is 16:00 UTC; seven days are in time, eight are not.
    const rows = [
      'after_sale_id,received_back_at,refunded_at,refunded_minor',
      'eight,2026-05-01T02:00:00Z,2026-05-08T16:00:00Z,39900',
      'seven,2026-05-01T02:00:00Z,2026-05-08T15:59:59Z,100',
      'first-day,2025-12-31T16:00:00Z,2026-01-31T02:00:00Z,200',
      'day-before,2025-12-31T15:59:59Z,2026-03-01T02:00:00Z,300',
      'open,2026-06-10T02:00:00Z,,',
      'nothing,,,',
      'last-day,2026-06-30T15:59:59Z,2026-07-20T02:00:00Z,400',
    ];
    const upload_id = await uploadedText(own, 'after_sale.csv', `${rows.join('\n')}\n`);
    const { id: inspection_id } = await inspectedUpload(own, upload_id);
    const made = await own(contract.draftsCreate, { body: { title: 'b', files: [...sound] } });
    expect.assert(made.ok);
    const { draft_id } = made.body;
    const run = async (as_of: string) => {
      const body = { inspection_id, as_of };
      return await eventsOf(api.url, contract.draftsRun, author.headers, body, { draft_id });
    };
    const ran = (await run('2026-06-30')).at(-1);
    const needs = ['after_sale.refunded_at'];
    const provision_id = { provision: 'ours.refund-in-time' };
    expect(ran).toMatchObject({
      event: 'result',
      data: {
        as_of: '2026-06-30',
        findings: 3,
        verdicts: [{ ...provision_id, verdict: 'breach', findings: 3, undecided: 1, needs }],
      },
    });
    const told = ran?.data['first'].map(({ subject, act_on, evidence: [one] }: Found) => [
      subject.id,
      act_on,
      one?.['days'],
      one?.['refunded_minor'],
    ]);
    expect(told).toEqual([
      ['eight', '2026-05-01', 8, 39900],
      ['first-day', '2026-01-01', 30, 200],
      ['last-day', '2026-06-30', 20, 400],
    ]);
    // The day before its first, the provision is neither met nor breached.
    const early = (await run('2025-12-31')).at(-1)?.data;
    expect(early).toMatchObject({ as_of: '2025-12-31', findings: 0, first: [], verdicts: [] });
    const kept = await own(findingsList, { query: provision_id });
    expect(kept).toMatchObject({ ok: true, body: { items: [] } });
    const other = await addPerson(api, 'another', 'others', ['handler']);
    const theirs = await api.client(other.headers)(contract.draftsCreate, {
      body: { title: 'c', files: [...sound] },
    });
    expect.assert(theirs.ok);
    const params = { draft_id: theirs.body.draft_id };
    const asked = eventsOf(api.url, contract.draftsRun, other.headers, { inspection_id }, params);
    await expect(asked).rejects.toThrow('404');
  });

  it('takes no path that leads outside, and no more than its limits', () => {
    const named = (name: string): boolean =>
      contract.draftsLint.body.safeParse({ files: [{ name, text: '' }] }).success;
    const bad = [
      '../a',
      '/etc/passwd',
      'provisions/../../a.md',
      'provisions//a',
      'terms/.a',
      'x.sh',
    ];
    expect(bad.filter(named)).toEqual([]);
    expect(named('provisions/after-sale/a.b@2026-01-01.md')).toBe(true);
    const files = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ name: `terms/${i}.yaml`, text: '' }));
    const most = limits.draft_files_max;
    const counted = [most - 1, most, most + 1].map(
      (count) => contract.draftsLint.body.safeParse({ files: files(count) }).success,
    );
    expect(counted).toEqual([true, true, false]);
    const chars = limits.draft_chars_max;
    const long = [chars - 1, chars, chars + 1].map((length) => {
      const text = 'a'.repeat(length);
      return contract.draftsLint.body.safeParse({ files: [{ name: 'pack.yaml', text }] }).success;
    });
    expect(long).toEqual([true, true, false]);
  });
});

const head = `SELECT a.after_sale_id AS subject, pp_date(a.received_back_at) AS act_on,
  a.refunded_minor AS refunded_minor`;
const from = 'FROM after_sale a WHERE a.refunded_at IS NOT NULL AND 1 < $days_max';
const target = join(folder, 'stolen.csv');

/** SQL of somebody who wants out. */
const attacks: readonly string[] = [
  `${head}, (SELECT content FROM read_text('/etc/passwd')) AS days ${from}`,
  `${head}, r.column0 AS days FROM after_sale a, read_csv('/etc/passwd') r`,
  `${head}, r.x AS days FROM after_sale a, '/etc/passwd' r`,
  `${head}, r.file AS days FROM after_sale a, glob('/*') r`,
  `${head}, getenv('HOME') AS days ${from}`,
  `${head}, current_setting('home_directory') AS days ${from}`,
  `${head}, s.name AS days FROM after_sale a, duckdb_settings() s`,
  `${head}, s.table_name AS days FROM after_sale a, information_schema.tables s`,
  `${head}, s.sql AS days FROM after_sale a, sqlite_master s`,
  `${head}, q.x AS days FROM after_sale a, query('SELECT 1 AS x') q`,
  `${head}, r.range AS days FROM after_sale a, range(1000000000000) r`,
  `WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t)
   ${head}, t.n AS days FROM after_sale a, t`,
  `${head}, 1 AS days ${from}; COPY (SELECT 1) TO '${target}'`,
  `COPY (${head}, 1 AS days ${from}) TO '${target}'`,
  `ATTACH '${target}' AS stolen`,
  `PRAGMA database_list`,
  `INSTALL httpfs`,
  `LOAD '${target}'`,
  `SET enable_external_access = true`,
  `CALL pragma_version()`,
  `CREATE TABLE stolen AS ${head}, 1 AS days ${from}`,
  `${head}, 1 AS days ${from} /* */ ; ATTACH '${target}'`,
  `${head}, nextval('s') AS days ${from}`,
  `${head}, random() AS days ${from}`,
  `DESCRIBE ${head}, 1 AS days ${from}`,
  `EXPLAIN ANALYZE ${head}, 1 AS days ${from}`,
];

describe('SQL of strangers', () => {
  it('is taken where it keeps to the portable subset', async () => {
    // So that what is refused below is refused for what it does.
    expect((await lint(testing(`${head}, 1 AS days ${from}`))).diagnostics).toEqual([]);
  });

  it.each(attacks.map((sql) => [sql.replace(head, '…').slice(0, 60), sql] as const))(
    'is refused: %s',
    async (_, sql) => {
      const { pack, diagnostics } = await lint(testing(sql));
      expect(pack).toBe(null);
      const told = diagnostics.filter(({ code }) => /^sql\.(?!unused|result)/.test(code));
      expect(told.length).toBeGreaterThan(0);
      expect(told.every(({ file, line }) => file === provision && (line ?? 0) > 0)).toBe(true);
      expect(existsSync(target)).toBe(false);
    },
  );

  it('reaches no file even where no linter stands before it', async () => {
    const [inside, outside] = [join(folder, 'in'), join(folder, 'out')];
    for (const place of [inside, outside]) {
      mkdirSync(place);
      writeFileSync(join(place, 'a.csv'), 'x\n1\n');
    }
    const engine = await DuckDb.open({ threads: 1, confined_to: [inside] });
    try {
      const read = async (path: string) =>
        await engine.rows(`SELECT x FROM read_csv(${sqlText(path)})`);
      expect(await read(join(inside, 'a.csv'))).toEqual([{ x: 1 }]);
      const refused = [
        `SELECT * FROM read_csv(${sqlText(join(outside, 'a.csv'))})`,
        `SELECT * FROM read_csv(${sqlText(join(inside, '..', 'out', 'a.csv'))})`,
        `SELECT * FROM read_text('/etc/passwd')`,
        `SELECT * FROM glob(${sqlText(join(outside, '*'))})`,
        `COPY (SELECT 1) TO ${sqlText(target)}`,
        `ATTACH ${sqlText(target)} AS stolen`,
        'INSTALL httpfs',
        'SET enable_external_access = true',
        `SET allowed_directories = ['/']`,
        "SET memory_limit = '100GB'",
      ];
      for (const sql of refused) await expect(engine.rows(sql), sql).rejects.toThrow();
    } finally {
      engine.close();
    }
    expect(existsSync(target)).toBe(false);
  });

  const job = new URL('../../src/cli/serve/draft-job.ts', import.meta.url).pathname;
  const digits = Array.from({ length: 10 }, (_, i) => `SELECT ${i} AS d`).join(' UNION ALL ');
  const many = Array.from({ length: 12 }, (_, i) => `n n${i}`).join(', ');
  const sum = Array.from({ length: 12 }, (_, i) => `n${i}.d`).join(' * ');
  /** 10^12 rows of a cross join that the portable SQL allows. */
  const huge = `WITH n AS (${digits}), s AS (SELECT CAST(sum(${sum}) AS BIGINT) AS x FROM ${many})
${head}, s.x AS days FROM after_sale a, s
WHERE a.refunded_at IS NOT NULL AND s.x < $days_max`;

  it('ends when its time is over, and when its reader leaves', async () => {
    const set = testing(huge);
    expect((await lint(set)).diagnostics).toEqual([]);
    const work = draftWork([process.execPath, job]);
    const order = { verb: 'test', files: set, mutants: false } as const;
    const all = async (seconds: number, signal: AbortSignal): Promise<void> => {
      for await (const told of work('t', order, seconds, signal)) {
        if (told.event === 'result') throw new Error('it came to an end');
      }
    };
    await expect(all(6, new AbortController().signal)).rejects.toThrow('draft.time');
    const leave = new AbortController();
    setTimeout(() => leave.abort(), 3_000);
    await expect(all(100, leave.signal)).rejects.toThrow('job.cancelled');
  });

  it('is ended where its process takes more memory than it may', async () => {
    const within = new URL('../../src/cli/serve/draft/keep-within.ts', import.meta.url).href;
    const script = (bytes: number): string => `
      const { keepWithin } = await import(${JSON.stringify(within)});
      keepWithin(300_000_000);
      globalThis.kept = Buffer.alloc(${bytes}, 1);
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      console.log('{"result":{"kept":true}}');`;
    const run = async (bytes: number): Promise<unknown> => {
      const work = draftWork([process.execPath, '--input-type=module', '-e', script(bytes)]);
      const order = { verb: 'lint', files: [] } as const;
      let last: unknown;
      for await (const { data } of work('t', order, 60, new AbortController().signal)) last = data;
      return last;
    };
    expect(await run(1_000)).toEqual({ kept: true });
    await expect(run(400_000_000)).rejects.toThrow('draft.memory');
  });
});
