import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withCopied } from '../../console/src/pages/drafts/draft-files.ts';
import type { DraftFile } from '../../console/src/pages/drafts/draft-files.ts';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { derivers } from '../../src/inspect/derivers.ts';
import { checkPackFiles } from '../../src/packs/load-packs.ts';
import { newPack } from '../../src/packs/skeleton/new-pack.ts';
import { isPassed, testPack } from '../../src/packs/test-pack.ts';
import { standardHandlings } from '../../src/server/api/standards/standards.ts';
import * as contract from '../../src/server/contract/standards.ts';
import { createClient } from '../../src/server/client.ts';
import { frame } from './http/server-for-tests.ts';

const folder = new URL('../../packs/', import.meta.url).pathname;
const { ask } = frame(standardHandlings);
const client = createClient('http://127.0.0.1:4880', undefined, async ({ url, headers }) => {
  const { pathname, search } = new URL(url);
  return await ask(`${pathname}${search}`, { headers });
});

/** Ids and first days of the provisions in a folder, by the names of files and their heads. */
function filesOf(pack: string): { readonly name: string; readonly text: string }[] {
  return readdirSync(join(folder, pack), { recursive: true, encoding: 'utf8' })
    .filter((name) => /^provisions\/.*\.md$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(folder, pack, name), 'utf8') }));
}

const field = (text: string, key: string): string =>
  new RegExp(`^${key}: *(.*)$`, 'm').exec(text)?.[1] ?? '';

async function got<T>(answer: Promise<{ ok: boolean; body?: T; status: number }>): Promise<T> {
  const { body, status } = await answer;
  if (body === undefined) throw new Error(`answered ${status}`);
  return body;
}

describe('the law library', () => {
  it('counts what lies in the folders', async () => {
    const { items } = await got(client(contract.standardsList, { headers: {} }));
    expect(items.map(({ id }) => id)).toEqual(['association-group-buying', 'cn']);
    for (const one of items) {
      const files = filesOf(one.id);
      const ids = new Set(files.map(({ text }) => field(text, 'id')));
      expect([one.versions, one.provisions]).toEqual([files.length, ids.size]);
      const rows = readFileSync(join(folder, one.id, 'coverage.yaml'), 'utf8');
      expect(one.articles).toBe(rows.match(/^ {4}- article:/gm)?.length);
      const open = rows.match(/^ {6}status: open$/gm)?.length ?? 0;
      expect(one.by_coverage['open']).toBe(open);
    }
  });

  it('shows the versions of a provision side by side, and what differs', async () => {
    const params = { standard: 'cn', provision: 'cn.aucl.prize-draw.limit' };
    const seen = await got(client(contract.standardsProvision, { params, headers: {} }));
    expect(seen.versions.map((one) => one.in_force)).toEqual([
      { from: '2019-04-23', to: '2025-10-14' },
      { from: '2025-10-15', to: null },
    ]);
    // As `diff` of the two files says, the days aside.
    const differing = ['cites', 'explain', 'fine', 'parameters', 'reading', 'remedy'];
    expect(seen.differs.toSorted()).toEqual(differing);
    const value = { value: 5_000_000 };
    const [first, second] = ['2019-04-23', '2025-10-15'] as const;
    expect(seen.parameters).toEqual([
      {
        name: 'top_prize_minor_max',
        unit: 'fen',
        values: [
          { ...value, from: first, to: '2025-10-14', cite: 'art. 10', version_in_force: first },
          { ...value, from: second, to: null, cite: 'art. 11', version_in_force: second },
        ],
      },
    ]);
    expect(seen.articles.map(({ article, status }) => [article, status])).toContainEqual([
      'art. 11',
      'approximate',
    ]);
    const name = 'provisions/promotion/cn.aucl.prize-draw.limit@2025-10-15';
    const text = readFileSync(join(folder, 'cn', `${name}.md`), 'utf8');
    const [, sql] = /^## Test\n```sql\n([\s\S]*?)\n```$/m.exec(text) ?? [];
    expect(seen.versions[1]?.test).toBe(sql);
    const cases = readFileSync(join(folder, 'cn', `${name}.test.yaml`), 'utf8');
    const names = [...cases.matchAll(/^ {2}- name: "?(.*?)"?$/gm)].map(([, one]) => one);
    expect(names.length).toBe(2);
    expect(seen.versions[1]?.cases.map((one) => one.name)).toEqual(names);
  });

  it('hands out what another pack takes to have a provision, and no more', async () => {
    const filesOf = async (provision: string) => {
      const params = { standard: 'cn', provision };
      return await got(client(contract.standardsFiles, { params, headers: {} }));
    };
    const food = await filesOf('cn.fsl.art73');
    // As its SQL names them.
    const lists = ['cn.adlaw.medical', 'cn.fsl.function'];
    expect(food.ids).toEqual([...lists.slice(0, 1), 'cn.fsl.art73', ...lists.slice(1)]);
    expect(food.files.map(({ name }) => name)).toEqual([
      'provisions/promotion/cn.fsl.art73.md',
      'provisions/promotion/cn.fsl.art73.test.yaml',
      ...lists.map((id) => `terms/${id}.yaml`),
    ]);
    for (const { name, text } of food.files) {
      expect(text).toBe(readFileSync(join(folder, 'cn', name), 'utf8'));
    }
    // One that reads what an operator is classified as, and one that counts working days.
    const { ids } = await filesOf('cn.ecl.art10');
    expect(ids).toEqual(['cn.class.registration-exempt', 'cn.ecl.art10']);
    const timed = await filesOf('cn.order37.art26');
    const years = timed.files.filter(({ name }) => name.startsWith('calendar/'));
    expect(years.map(({ name }) => name)).toEqual(
      readdirSync(join(folder, 'cn', 'calendar')).map((name) => `calendar/${name}`),
    );
  });

  it('hands them out so that a draft that takes them is sound and passes its cases', async () => {
    const skeleton = [...newPack({ id: 'ours', publisher: '协会' })];
    let files: readonly DraftFile[] = skeleton.map(([name, text]) => ({ name, text }));
    // Term lists, a classification, the calendar, two versions; and one once more.
    const [first = '', ...more] = [
      'cn.fsl.art73',
      'cn.ecl.art10',
      'cn.order37.art26',
      'cn.aucl.prize-draw.limit',
    ];
    for (const provision of [first, ...more, first]) {
      const params = { standard: 'cn', provision };
      const copied = await got(client(contract.standardsFiles, { params, headers: {} }));
      files = withCopied(files, copied);
    }
    const engine = await DuckDb.open({ threads: 1 });
    try {
      const bytes = files.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
      const checked = await checkPackFiles(engine, bytes);
      expect(checked.diagnostics).toEqual([]);
      expect([...new Set(checked.pack?.provisions.map(({ id }) => id))].toSorted()).toEqual([
        'ours.aucl.prize-draw.limit',
        'ours.class.registration-exempt',
        'ours.ecl.art10',
        'ours.fsl.art73',
        'ours.order37.art26',
        'ours.refund-in-time',
      ]);
      const tested = await testPack(engine, checked, { mutants: false, derivers });
      expect(tested.filter((one) => !isPassed(one))).toEqual([]);
    } finally {
      engine.close();
    }
  });

  it('gives every article with its provisions, or why there is none', async () => {
    const params = { standard: 'cn' };
    const seen = await got(client(contract.standardsRead, { params, headers: {} }));
    const known = new Set(seen.provisions.map(({ id }) => id));
    for (const { provisions, reason, status, article } of seen.articles) {
      expect(provisions.every((id) => known.has(id))).toBe(true);
      if (provisions.length === 0)
        expect([article, reason?.zh === ''], status).toEqual([article, false]);
    }
    const { deadlines, calendar } = await got(
      client(contract.standardsDeadlines, { params, headers: {} }),
    );
    const acceptance = deadlines.find(({ id }) => id === 'cn.deadline.complaint.acceptance');
    expect(acceptance?.clauses.map(({ from, term }) => [from, term.value, term.unit])).toEqual([
      ['2020-01-01', 7, 'working_day'],
      ['2026-04-15', 7, 'working_day'],
    ]);
    expect(calendar.map(({ year }) => year)).toEqual([
      2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ]);
  });

  it('searches by words, stage, duty bearer, law, status and day, page by page', async () => {
    const count = async (query: Record<string, string>): Promise<number> =>
      (await got(client(contract.provisionsList, { query, headers: {} }))).total;
    const files = ['association-group-buying', 'cn'].flatMap(filesOf);
    const having = (holds: (text: string) => boolean): number =>
      files.filter(({ text }) => holds(text)).length;
    expect(await count({})).toBe(files.length);
    for (const stage of ['pre', 'in', 'after']) {
      expect(await count({ stage })).toBe(having((text) => field(text, 'stage') === stage));
    }
    const law = 'Anti-Unfair Competition Law';
    const bearer = (text: string): boolean =>
      /[[ ]live_room_operator[\],]/.test(field(text, 'duty_bearer'));
    expect(await count({ law, duty_bearer: 'live_room_operator' })).toBe(
      having((text) => new RegExp(`^ {6}en: .*${law}`, 'm').test(text) && bearer(text)),
    );
    expect(await count({ text: 'ＰＲＩＺＥ-draw.LIMIT', on: '2025-10-14' })).toBe(1);
    expect(await count({ text: '有奖销售 五万元 没有这个词' })).toBe(0);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { stage: 'in' as const, limit: 7, ...(cursor !== undefined && { cursor }) };
      const page = await got(client(contract.provisionsList, { query, headers: {} }));
      seen.push(...page.items.map(({ id, in_force }) => `${id}\0${in_force.from}`));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(having((text) => field(text, 'stage') === 'in'));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(seen.toSorted());
  });

  it('sends what the reader has already only once', async () => {
    const path = '/api/v1/standards/association-group-buying';
    const first = await ask(path);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    const again = await ask(path, { headers: { 'if-none-match': `"x", W/${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await ask('/api/v1/standards/cn', { headers: { 'if-none-match': etag } });
    expect(other.status).toBe(200);
    expect((await ask('/api/v1/standards/none')).status).toBe(404);
    expect((await ask('/api/v1/standards/cn/provisions/cn.none')).status).toBe(404);
    expect((await ask('/api/v1/standards/cn/provisions/cn.none/files')).status).toBe(404);
  });
});
