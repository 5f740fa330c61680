import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Wording, Words } from '../../console/src/text/words.ts';
import { sayIn, words } from '../../console/src/text/words.ts';
import { root, trackedFiles } from '../tidy/repository.ts';

const folder = join(root, 'console', 'src', 'text');
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'words.ts');
const sources = trackedFiles()
  .filter((file) => /^console\/src\/.*\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** Names that are the same in Chinese. */
const names = new RegExp(
  [
    'Polyprism|Webhook|JavaScript|API|URL|SHA-256|CSV|JSON|YAML|SQL|HTML|Excel|Markdown|BagIt',
    'Cron|ID|IP|PDF|PEM|ZIP|MySQL|MariaDB|PostgreSQL|TOTP|Parquet|DuckDB',
  ].join('|'),
  'g',
);

interface Row {
  readonly file: string;
  readonly name: string;
  readonly key: string;
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

const textsOf = (wording: Wording): readonly string[] =>
  typeof wording === 'string' ? [wording] : [wording.one, wording.other];

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

function rowsOf(file: string, exports: object): Row[] {
  return Object.entries(exports).flatMap(([name, both]) =>
    isWords(both) && typeof both.zh === 'object'
      ? Object.keys({ ...both.zh, ...both.en }).map((key) => ({
          file,
          name,
          key,
          // A key that one language lacks has no text there.
          zh: textsOf(both.zh[key] ?? ''),
          en: textsOf(both.en[key] ?? ''),
        }))
      : [],
  );
}

const rows = (
  await Promise.all(files.map(async (file) => rowsOf(file, await import(join(folder, file)))))
).flat();

/** What is wrong with a text in its language; empty where nothing is. */
function faultsOf({ zh, en }: Pick<Row, 'zh' | 'en'>): string[] {
  const placesIn = (text: string | undefined): string =>
    [...(text ?? '').matchAll(/\{\w+\}/g)]
      .map(([place]) => place)
      .toSorted()
      .join(' ');
  return [
    ...zh.flatMap((text) => {
      const bare = text.replace(names, '').replaceAll(/\{\w+\}/g, '');
      if (text.trim() === '') return ['no Chinese'];
      if (/[A-Za-z]{3}/.test(bare)) return [`English words in Chinese: ${text}`];
      if (/[\u4e00-\u9fff]\s*[,;!?]|[\u4e00-\u9fff]\.(?!\w)/.test(bare)) {
        return [`Western punctuation in Chinese: ${text}`];
      }
      return [];
    }),
    ...en.flatMap((text) => {
      if (text.trim() === '') return ['no English'];
      return /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(text)
        ? [`Chinese in English: ${text}`]
        : [];
    }),
    ...(placesIn(zh.at(-1)) === placesIn(en.at(-1)) ? [] : ['other places to fill']),
  ];
}

/** Is a key said anywhere? As `'key'`, or as the rest of a template that begins with it. */
function isUsed({ file, name, key }: Row): boolean {
  return sources
    .filter(({ file: source, text }) => basename(source) !== file && text.includes(name))
    .some(
      ({ text }) =>
        text.includes(`'${key}'`) ||
        text.includes(`"${key}"`) ||
        [...text.matchAll(/`(\w+_)\$\{/g)].some(([, start = '']) => key.startsWith(start)),
    );
}

describe('words of the console', () => {
  it('are in both languages, each in its own', () => {
    expect(rows.length).toBeGreaterThan(80);
    const wrong = rows.flatMap((row) =>
      faultsOf(row).map((fault) => `${row.file} ${row.key}: ${fault}`),
    );
    expect(wrong).toEqual([]);
  });

  it('are all said somewhere', () => {
    const idle = rows.filter((row) => !isUsed(row)).map(({ file, key }) => `${file} ${key}`);
    expect(idle).toEqual([]);
  });

  it('are checked by a check that can fail', () => {
    const wrong: readonly [string, string][] = [
      ['', 'a'],
      ['甲', ''],
      ['Sign in', 'Sign in'],
      ['登录 sign in', 'Sign in'],
      ['甲,乙', 'a, b'],
      ['甲', '甲'],
      ['{count} 件', 'some'],
    ];
    for (const [zh, en] of wrong) expect(faultsOf({ zh: [zh], en: [en] })).not.toEqual([]);
    expect(faultsOf({ zh: ['{count} 个 Webhook'], en: ['{count} webhooks'] })).toEqual([]);
    const idle = { file: 'shell.ts', name: 'shellWords', key: 'said_by_nobody', zh: [], en: [] };
    expect(isUsed(idle)).toBe(false);
  });

  it('are filled in, and tell one from several', () => {
    const both = words({
      zh: { found: '{count} 项', plain: '无' },
      en: { found: { one: '{count} finding', other: '{count} findings' }, plain: 'none' },
    });
    expect([1, 2].map((count) => sayIn(both, 'en')('found', { count }))).toEqual([
      '1 finding',
      '2 findings',
    ]);
    expect(sayIn(both, 'zh')('found', { count: 1 })).toBe('1 项');
    expect(sayIn(both, 'zh')('plain')).toBe('无');
  });
});
