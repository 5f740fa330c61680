import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { Client as Database } from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicPolicy } from '../../../src/disclosure/pages/public-page.ts';
import { pageTitles } from '../../../src/disclosure/pages/page-texts.ts';
import { publicMonths } from '../../../src/server/contract/public.ts';
import { addTenant, apiServer } from '../../support/api-server.ts';
import type { ApiServer } from '../../support/api-server.ts';
import { closePages, sharedChromium } from '../../support/chromium.ts';
import { hostileTexts } from '../../support/hostile.ts';
import { publicationIn } from '../../support/published.ts';

let api: ApiServer;
let browser: Browser;
let database: Database;
const names = Object.keys(pageTitles);
/** Where pictures of the pages go, for people to look at. */
const pictures = process.env['POLYPRISM_PICTURES'];

beforeAll(async () => {
  api = await apiServer();
  browser = await sharedChromium();
  database = new Database({ connectionString: api.database_url });
  await database.connect();
  await addTenant(api, 'amr', 'regulator');
  const usual = { published_on: '2026-02-10' };
  await publicationIn(api, 'amr', 'd-1', usual);
  await publicationIn(api, 'amr', 'd-2', {
    title: '对李四夸大宣传的处罚',
    subject: { name: '李四', credit_code: null, is_person: true },
    facts: '李四在直播间称食品“三天降糖”，没有依据。',
  });
  await publicationIn(api, 'amr', 'm-1', { kind: 'measure', title: '暂停服务 14 天', ...usual });
  await publicationIn(api, 'amr', 'r-1', { kind: 'recall', title: '召回儿童餐椅' });
  await publicationIn(api, 'amr', 'w-1', { kind: 'draw', title: '2026 年第 1 次', subject: null });
}, 60_000);
afterAll(async () => {
  await closePages(browser);
  await database.end();
  await api.end();
});

interface Seen {
  readonly levels: readonly number[];
  readonly [what: string]: unknown;
}

/** Runs in the page. */
const look = `({
  wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  h1: document.querySelectorAll('h1').length,
  levels: [...document.querySelectorAll('h1,h2,h3,h4')].map((one) => Number(one.tagName[1])),
  unlabelled: [...document.querySelectorAll('input')].filter(
    (one) => !one.labels[0] || one.labels[0].textContent.trim() === '',
  ).length,
  current: document.querySelectorAll('nav [aria-current=page]').length,
  lang: document.documentElement.lang,
  styled: getComputedStyle(document.querySelector('main')).backgroundColor,
})`;

describe('public pages', () => {
  it('say which style may be used, and that no script may run', async () => {
    for (const name of names) {
      const answer = await fetch(new URL(`/public/zh/${name}`, api.url));
      expect(answer.headers.get('content-security-policy')).toBe(publicPolicy);
      expect(await answer.text()).not.toMatch(/<script|\son\w+=|javascript:/i);
    }
    expect(publicPolicy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; /);
  });

  it.each(['zh', 'en'])(
    'are legible and in order at both widths (%s)',
    async (language) => {
      for (const width of [390, 1440]) {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        const complaints: string[] = [];
        page.on('console', (message) => complaints.push(message.text()));
        for (const name of names) {
          const query = name === 'operators' ? '?asked=91350100M000100Y43' : '';
          await page.goto(new URL(`/public/${language}/${name}${query}`, api.url).href);
          const seen = await page.evaluate<Seen>(look);
          const { levels, ...rest } = seen;
          expect([name, width, rest]).toEqual([
            name,
            width,
            {
              wide: false,
              h1: 1,
              unlabelled: 0,
              current: 1,
              lang: language === 'zh' ? 'zh-CN' : 'en',
              styled: 'rgb(255, 255, 255)',
            },
          ]);
          const skips = levels.some((level, i) => level > (levels[i - 1] ?? 0) + 1);
          expect([name, skips]).toEqual([name, false]);
          if (pictures !== undefined) {
            mkdirSync(pictures, { recursive: true });
            const path = `${pictures}/${name}-${language}-${width}.png`;
            await page.screenshot({ path, fullPage: true });
          }
        }
        expect(complaints).toEqual([]);
        await page.close();
      }
    },
    60_000,
  );

  it('have ink that stands out from its ground by 4.5 to 1 at least', async () => {
    const page = await browser.newPage();
    await page.goto(new URL('/public/zh/index', api.url).href);
    const colours = await page.evaluate<string[]>(
      `['--ink', '--soft', '--accent', '--wash', '--ground'].map((name) =>
        getComputedStyle(document.documentElement).getPropertyValue(name).trim())`,
    );
    const [ink, soft, accent, wash, ground] = colours;
    for (const text of [ink!, soft!, accent!])
      for (const under of ['#ffffff', wash!, ground!])
        expect(contrast(text, under)).toBeGreaterThan(4.5);
    expect(contrast('#ffffff', accent!)).toBeGreaterThan(4.5);
    await page.close();
  });

  it('find a firm by a form that needs no script', async () => {
    const page = await browser.newPage();
    await page.goto(new URL('/public/zh/operators', api.url).href);
    await page.getByLabel('信用代码或者完整名称').fill('好物公司');
    await page.getByRole('button', { name: '查询' }).click();
    expect(await page.locator('h2').allTextContents()).toContain('好物公司');
    expect(await page.locator('article').count()).toBe(3);
    await page.close();
  });

  it('show hostile text of every field and run none of it', async () => {
    const kinds = ['decision', 'measure', 'recall', 'draw'] as const;
    await Promise.all(
      hostileTexts.map(async (text, i) => {
        const subject = { name: text, credit_code: null, is_person: i % 2 === 1 };
        const short = { title: text, number: text, region: text, category: text, publisher: text };
        const long = { facts: text, outcome: text, basis: [text, text] };
        const kind = kinds[i % 4] ?? 'decision';
        await publicationIn(api, 'amr', `x-${i}`, { kind, subject, ...short, ...long });
      }),
    );
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const paths = names.flatMap((name) => [`/public/zh/${name}`, `/public/en/${name}`]);
    const looked = hostileTexts
      .filter((text) => text.length < 200)
      .map((text) => `/public/zh/operators?asked=${encodeURIComponent(text.toWellFormed())}`);
    for (const path of [...paths, '/public/zh/operators?asked=91350100M000100Y43', ...looked]) {
      await page.goto(new URL(path, api.url).href);
      const ran = await page.evaluate<unknown[]>(`['__ran' in window, document.scripts.length]`);
      expect([path, ...ran]).toEqual([path, false, 0]);
      expect(new URL(page.url()).origin).toBe(new URL(api.url).origin);
    }
    const foreign = asked.filter((url) => !url.startsWith(api.url));
    expect(foreign).toEqual([]);
    const text = await (await fetch(new URL('/public/en/decisions', api.url))).text();
    expect(text).toContain('&lt;script&gt;window.__ran = 1; alert(1)&lt;/script&gt;');
    await page.close();
  }, 120_000);
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe('data files of whole months', () => {
  const months = async () => {
    const answer = await api.client()(publicMonths, {});
    expect.assert(answer.ok);
    return answer.body.items;
  };
  /** Every byte, the mark before CSV among them. */
  const textOf = async (file: string) => {
    const answer = await fetch(new URL(`/public-data/months/${file}`, api.url));
    return Buffer.from(await answer.arrayBuffer()).toString('utf8');
  };
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  const titles = (jsonl: string) =>
    jsonl.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line).id]));

  it('hold what was on display when the month was over, and count nobody out', async () => {
    await addTenant(api, 'amr2', 'regulator');
    const came = (office: string, day: string, count: number): string =>
      `INSERT INTO polyprism.matter
         (id, kind, owner_tenant_id, number, status, title, opened_on, last_at, tags)
       SELECT '${office}-${day}-' || i, 'complaint', '${office}', 1, 'received', '投诉', '${day}',
         '${day}T01:00:00Z', '{}' FROM generate_series(1, ${count}) i`;
    for (const [office, day, count] of [
      ['amr', '2026-01-31', 5],
      ['amr', '2026-02-01', 12],
      ['amr2', '2026-02-28', 3],
      ['amr2', '2026-03-01', 30],
    ] as const)
      await database.query(came(office, day, count));
    const items = await months();
    expect(items.map(({ name, number, month, rows }) => [name, number, month, rows])).toEqual([
      ['counts', 1, '2026-02', 9],
      // Published on 10 February; all others are of March.
      ['publications', 1, '2026-02', 2],
    ]);
    const counts = await textOf('counts-1.jsonl');
    // 15 in all, of which 3 are few: 12 and 15 are not both shown.
    expect(counts).not.toContain('"count":3,');
    expect(counts.includes('"count":12,') && counts.includes('"count":15,')).toBe(false);
    const jsonl = await textOf('publications-1.jsonl');
    expect(titles(jsonl).toSorted()).toEqual(['d-1', 'm-1']);
    const manifest = (await textOf('publications-1.json')).trimEnd();
    const [, first] = items;
    expect([sha(manifest), sha(jsonl), sha(await textOf('publications-1.csv'))]).toEqual([
      first?.digest,
      first?.jsonl_sha256,
      first?.csv_sha256,
    ]);
    // Asked again, nothing is added.
    expect(await months()).toEqual(items);
  });

  it('let go of what is withdrawn, in a chain that shows it', async () => {
    const [, first] = await months();
    await database.query(
      `UPDATE polyprism.publication SET content = NULL, withdrawn_on = '2026-03-02',
         why = 'personal_data' WHERE id = 'd-1'`,
    );
    const files = (await months()).filter(({ name }) => name === 'publications');
    expect(files.map(({ number, has_rows, rows }) => [number, has_rows, rows])).toEqual([
      [2, true, 1],
      [1, false, 2],
    ]);
    expect(files[0]?.previous).toBe(first?.digest);
    expect(titles(await textOf('publications-2.jsonl'))).toEqual(['m-1']);
    const gone = await fetch(new URL('/public-data/months/publications-1.csv', api.url));
    expect([gone.status, JSON.parse(await gone.text()).code]).toEqual([
      410,
      'disclosure.rows_gone',
    ]);
    expect(sha((await textOf('publications-1.json')).trimEnd())).toBe(first?.digest);
    await api.store.logSettled();
    const { rows } = await database.query<{ source: string; entry: Buffer }>(
      `SELECT source, entry FROM polyprism.log_leaf WHERE source LIKE 'data-file/pub%' ORDER BY 1`,
    );
    expect(rows.map(({ source, entry }) => [source, entry.toString('hex')])).toEqual(
      files.toReversed().map(({ number, digest }) => [`data-file/publications/${number}`, digest]),
    );
  });
});
