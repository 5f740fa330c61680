import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { deriveScreeningHits } from '../../src/inspect/derive-screening-hits.ts';
import { pagesBy } from '../../src/inspect/pages-by.ts';
import { IssueLog, describeIssue } from '../../src/model/issue.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { Pack } from '../../src/model/provision.ts';
import { limits } from '../../src/model/limits.ts';
import type { TermList } from '../../src/model/terms.ts';
import { fillTables } from '../../src/provisions/test-tables.ts';
import { condition, entry, exception, list } from '../text/make-list.ts';

let engine: DuckDb;
beforeAll(async () => {
  engine = await DuckDb.open({ threads: 1 });
});
afterAll(() => {
  engine.close();
});

const absolute = list(
  [entry('最佳'), entry('微信', { homophones: ['薇信'] })],
  [exception('negated', condition('before', ['不是']))],
);
const correction: TermList = {
  ...list(['口误'], [exception('negated', condition('before', ['没']))], 'correction'),
  role: 'correction',
  within_s: 60,
};

function packOf(...terms: readonly TermList[]): Pack {
  return {
    id: 'xx',
    version: '1.0.0',
    publisher: 'x',
    title: { zh: 'x', en: 'x' },
    jurisdiction: 'CN',
    time_zone: 'Asia/Shanghai',
    digest: '',
    calendar: [],
    deadlines: [],
    coverage: [],
    sheets: [],
    terms,
    provisions: [],
  };
}

async function derive(
  tables: Parameters<typeof fillTables>[1],
  ...terms: readonly TermList[]
): Promise<Issue[]> {
  const issues = new IssueLog();
  await fillTables(engine, tables, ['listing', 'content']);
  const account = { read: 1, refused: 0, columns_present: [] };
  await deriveScreeningHits.derive(engine, {
    as_of: '2026-03-01',
    time_zone: 'Asia/Shanghai',
    tables: { listing: account, content: account },
    currency: 'CNY',
    packs: [packOf(...terms)],
    issues,
  });
  return issues.list();
}

async function hits(columns: string): Promise<unknown[][]> {
  const rows = await engine.rows(`SELECT ${columns} FROM screening_hit
    ORDER BY subject_table, subject_id, subject_column, found_from`);
  return rows.map((row) => Object.values(row));
}

describe('screening hits', () => {
  it('tell place, term, text and exception of titles, claims and bodies', async () => {
    await derive(
      {
        listing: [
          { listing_id: 'g1', title: '最🔥佳面膜', claims: "it's 不是最佳" },
          { listing_id: 'g2', title: null, claims: '补水' },
        ],
        content: [{ content_id: 't1', body: '加 薇信' }],
      },
      absolute,
      correction,
    );
    expect(
      await engine.rows('SELECT * FROM screening_hit ORDER BY subject_id, found_from'),
    ).toEqual([
      {
        subject_table: 'listing',
        subject_id: 'g1',
        subject_column: 'title',
        list_id: 'sample',
        term: '最佳',
        found: '最🔥佳',
        found_from: 0,
        found_to: 4,
        via: 'term',
        excepted: false,
        exception: null,
        corrected: false,
        snippet: '最🔥佳面膜',
      },
      expect.objectContaining({
        subject_column: 'claims',
        found: '最佳',
        found_from: 7,
        excepted: true,
        exception: 'negated',
        snippet: "it's 不是最佳",
      }),
      expect.objectContaining({ subject_table: 'content', subject_id: 't1', via: 'homophone' }),
    ]);
  });

  it('are corrected by what is said soon after in the same session', async () => {
    const said = (id: string, session: string, from: number | null, body: string): object => ({
      content_id: id,
      live_session_id: session,
      starts_ms: from,
      ends_ms: from === null ? null : from + 10_000,
      body,
    });
    await derive(
      {
        content: [
          // Out of order on purpose: the times count.
          said('a3', 'a', 70_000, '刚才是口误'),
          said('a1', 'a', 0, '最佳'),
          said('a2', 'a', 20_000, '不是最佳'),
          // 60.001 s after the end of the claim.
          said('b1', 'b', 0, '最佳'),
          said('b2', 'b', 70_001, '口误'),
          // A correction of an earlier claim, not of a later one; one that is denied.
          said('c1', 'c', 0, '口误'),
          said('c2', 'c', 5_000, '最佳'),
          said('c3', 'c', 9_000, '我没口误'),
          // Without times the next segment is the last that counts.
          said('d1', 'd', null, '最佳'),
          said('d2', 'd', null, '口误'),
          said('e1', 'e', null, '最佳'),
          said('e2', 'e', null, '嗯'),
          said('e3', 'e', null, '口误，最佳是口误'),
          { content_id: 'f1', body: '最佳，口误' },
        ] as never,
      },
      absolute,
      correction,
    );
    expect(await hits('subject_id, corrected')).toEqual([
      ['a1', true],
      ['a2', true],
      ['b1', false],
      ['c2', false],
      ['d1', true],
      ['e1', false],
      ['e3', true],
      ['f1', false],
    ]);
  });

  it('beyond the limit of a text are an issue, and a row a list of what is not known', async () => {
    const { text_hits_max: limit } = limits;
    const most = '最佳'.repeat(limit);
    const seen = 'count(*) FILTER (WHERE excepted = FALSE)::INT AS told, subject_id';
    const within = { listing_id: 'g1', title: `${most}。` };
    expect(await derive({ listing: [within] }, absolute)).toEqual([]);
    expect(await engine.rows(`SELECT ${seen} FROM screening_hit GROUP BY subject_id`)).toEqual([
      { told: limit, subject_id: 'g1' },
    ]);
    const issues = await derive(
      {
        listing: [within, { listing_id: 'g2', title: `${most}最佳，微信`, claims: '不是最佳' }],
        content: [{ content_id: 't1', body: `${most}不是最佳` }],
      },
      absolute,
      { ...absolute, id: 'other', entries: [entry('微信')] },
    );
    expect(
      await hits('subject_id, list_id, found_from, found_to, excepted, corrected, term'),
    ).toContainEqual(['g2', 'sample', 2 * limit, 2 * limit + 5, null, null, null]);
    expect(
      await engine.rows(`SELECT subject_id, list_id FROM screening_hit
        WHERE excepted IS NULL ORDER BY subject_id, list_id`),
    ).toEqual([
      { subject_id: 'g2', list_id: 'other' },
      { subject_id: 'g2', list_id: 'sample' },
      { subject_id: 't1', list_id: 'sample' },
    ]);
    expect(issues.map(({ params, count }) => ({ ...params, count }))).toEqual([
      { table: 'content', column: 'body', hits: 1, rows: 't1', limit, count: 1 },
      // Of one list 最佳 and 微信, of the other 微信.
      { table: 'listing', column: 'title', hits: 3, rows: 'g2', limit, count: 1 },
    ]);
    expect(issues.map((one) => describeIssue(one).zh)[1]).toContain('listing.title');
  });

  it('may be corrected by what is not told', async () => {
    const body = `${'微信'.repeat(limits.text_hits_max)}口误`;
    const said = (id: string, from: number, text: string): object => ({
      content_id: id,
      live_session_id: 's',
      starts_ms: from,
      ends_ms: from + 10_000,
      body: text,
    });
    const issues = await derive(
      {
        content: [said('a', 0, '最佳'), said('b', 70_001, '嗯'), said('c', 70_000, body)] as never,
      },
      absolute,
      correction,
    );
    expect(issues.map(({ params }) => params['rows'])).toEqual(['c']);
    const [first] = await hits('subject_id, excepted, corrected');
    expect(first).toEqual(['a', false, null]);
    await derive(
      { content: [said('a', 0, '最佳'), said('c', 70_001, body)] as never },
      absolute,
      correction,
    );
    expect((await hits('subject_id, excepted, corrected'))[0]).toEqual(['a', false, false]);
  });

  it('are none without lists, and an empty table is still there', async () => {
    await derive({ listing: [{ listing_id: 'g1', title: '最佳' }] });
    expect(await hits('*')).toEqual([]);
  });
});

describe('pages by a key', () => {
  it('lose nothing and keep a key together, whatever the size', async () => {
    const keys = ['a', 'b', 'b', 'b', 'c', 'd', 'd', 'e'];
    const rows = keys.map((key, i) => ({ content_id: `${i}`, live_session_id: key, body: 'x' }));
    const none = { content_id: 'n', body: 'x' };
    await fillTables(engine, { content: [...rows, none] }, ['content']);
    for (let size = 1; size <= 9; size++) {
      const pages: string[][] = [];
      const all = pagesBy(engine, 'content', 'live_session_id', ['content_id'], 'TRUE', size);
      for await (const page of all) pages.push(page.map((row) => String(row['live_session_id'])));
      expect(pages.flat()).toEqual(keys);
      for (const key of new Set(keys)) {
        expect(pages.filter((page) => page.includes(key))).toHaveLength(1);
      }
    }
  });
});
