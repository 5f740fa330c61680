import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../src/cli/exit-code.ts';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { platforms } from '../../src/generate/platforms.ts';
import type { Report } from '../../src/model/report.ts';
import { root } from '../tidy/repository.ts';
import { inProcess } from './in-process.ts';
import { polyprism } from './polyprism.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-inspect-'));
const at = (...parts: string[]): string => join(folder, ...parts);

beforeAll(async () => {
  await platforms.mall.run({ members: 250 }, folderWriter(at('mall')));
  await platforms.unknown.run({ members: 60 }, folderWriter(at('unknown')));
});
afterAll(() => rmSync(folder, { recursive: true }));

function reportIn(out: string): Report {
  return JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Report;
}

describe('inspect', () => {
  it('ends with 1 where something is in breach, and writes what it says it writes', async () => {
    const out = at('breach');
    const first = await polyprism(['inspect', at('mall'), '-o', out]);
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 1, stderr: '' });
    expect(reportIn(out).verdicts.breach).toBeGreaterThan(0);
    const own = ['findings.csv', 'funding.csv', 'gains.csv', 'members.csv'];
    const tables = ['counts.csv', ...own, 'persons.csv'];
    const names = [...tables, 'report.en.md', 'report.html', 'report.json'];
    expect(readdirSync(out).toSorted()).toEqual([...names, 'report.zh.md', 'snapshot'].toSorted());
    const told = first.stdout.trimEnd().split('\n').slice(-10);
    expect(told.map((path) => path.slice(out.length + 1)).toSorted()).toEqual(
      [...names, 'report.zh.md'].toSorted(),
    );

    const key = join(out, 'snapshot', 'person.key');
    expect(statSync(key).mode & 0o777).toBe(0o600);
    const [before, report] = [readFileSync(key), readFileSync(join(out, 'report.json'))];
    chmodSync(key, 0o644);
    const again = await polyprism(['inspect', at('mall'), '-o', out, '--lang', 'zh', '--json']);
    expect({ code: again.code, stderr: again.stderr }).toEqual({ code: 1, stderr: '' });
    expect(readFileSync(key).equals(before)).toBe(true);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(again.stdout).toBe(report.toString('utf8'));
  });

  it('ends with 3 where nothing is in breach but something could not be checked', async () => {
    // Too few people for any line, and not a word about money or goods.
    const [header, ...rows] = readFileSync(at('unknown', 'partners.csv'), 'utf8').split('\n');
    writeFileSync(at('few.csv'), `${[header, ...rows.slice(0, 20)].join('\n')}\n`);
    const { code, stderr } = await polyprism(['inspect', at('few.csv'), '-o', at('unsure')]);
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    const { breach, cannot_tell } = reportIn(at('unsure')).verdicts;
    expect({ breach, some: cannot_tell > 0 }).toEqual({ breach: 0, some: true });
  });

  it('ends with 0 where everything was checked and nothing found', async () => {
    const kept = reportIn(at('breach')).verdicts.by_provision.find(
      ({ verdict }) => verdict === 'no_breach',
    );
    const cn = join(root, 'packs', 'cn');
    const files = readdirSync(cn, { recursive: true, encoding: 'utf8' });
    const file = files.find((name) => name.endsWith(`/${kept?.provision}.md`)) ?? '';
    for (const name of ['pack.yaml', file, file.replace(/md$/, 'test.yaml')]) {
      cpSync(join(cn, name), at('one', name));
    }
    const args = ['inspect', at('mall'), '-o', at('clean'), '--packs', at('one')];
    const { code, stderr } = await polyprism([...args, '--format', 'json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(reportIn(at('clean')).verdicts).toMatchObject({
      provisions: 1,
      breach: 0,
      cannot_tell: 0,
    });
    expect(readdirSync(at('clean')).toSorted()).toEqual(['report.json', 'snapshot']);
  });

  const waiver = { author: 'x' };
  it.each([
    [[], 0, 0],
    [[{ verdict: 'breach' }], 0, 1],
    [[{ verdict: 'breach' }, { verdict: 'indication' }], 1, 1],
    [[{ verdict: 'indication' }], 1, 3],
    [[], 1, 3],
    [[{ verdict: 'breach', waiver }], 0, 0],
    [[{ verdict: 'breach', waiver }], 1, 3],
    [[{ verdict: 'breach', waiver }, { verdict: 'breach' }], 0, 1],
  ])('findings %o, undecided %i: %i', (findings, cannot_tell, code) => {
    expect(exitCodeOf({ findings, verdicts: { cannot_tell } } as unknown as Report)).toBe(code);
  });
});

describe('an inspection that cannot be', () => {
  const before = process.cwd();
  afterAll(() => process.chdir(before));
  beforeAll(() => {
    process.chdir(folder);
    mkdirSync(at('empty'));
    mkdirSync(at('pack'));
    mkdirSync(at('keys', 'snapshot'), { recursive: true });
    writeFileSync(at('keys', 'snapshot', 'person.key'), 'short');
    writeFileSync(at('empty.csv'), '');
    writeFileSync(
      at('junk.bin'),
      Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7) % 256)),
    );
    writeFileSync(at('broken.yaml'), 'schema: polyprism.mapping/1\ntables: 7\n');
    writeFileSync(at('file'), '');
  });

  it.each([
    [['nowhere'], 'input.not_found'],
    [['empty'], 'input.nothing_to_read'],
    [['empty.csv'], 'input.'],
    [['junk.bin'], 'input.'],
    [['unknown', '--map', 'nowhere.yaml'], 'input.not_found'],
    [['unknown', '--map', 'broken.yaml'], 'mapping.invalid'],
    [['unknown', '--packs', 'nowhere'], 'cli.unknown_pack'],
    [['unknown', '--packs', 'pack'], 'pack.no_pack_file'],
    [['unknown', '--person-key', 'file'], 'key.unusable'],
    [['unknown', '--out', 'keys'], 'key.unusable'],
    [['unknown', '--out', 'file'], 'cli.refused_by_system'],
    [['unknown', '--out', 'unknown/out'], 'cli.out_inside_input'],
    [['.', '--out', 'new/deep'], 'cli.out_inside_input'],
    [['mssql://root:hush@localhost/d'], 'live.bad_url'],
    [['mysql://root:hush@127.0.0.1:1/d'], 'live.unreachable'],
  ])('%j ends with 2 and %s', async (args, code) => {
    const out = args.includes('--out') ? [] : ['--out', at('none')];
    const ran = await inProcess(['inspect', ...args, ...out, '--json']);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 2, stderr: '' });
    const { error } = JSON.parse(ran.stdout) as { error: Record<string, string> };
    expect(error['code']?.startsWith(code)).toBe(true);
    expect(error['message']).toMatch(/\. \S.*\.$/);
    expect(ran.stdout).not.toContain('hush');
    expect(ran.stdout.trimEnd()).not.toContain('\n');
  });
});

describe('map', () => {
  it('writes a mapping that gives the same report when it is given back', async () => {
    for (const platform of ['mall', 'unknown']) {
      const file = at(`${platform}.yaml`);
      const mapped = await inProcess(['map', at(platform), '-o', file, '--lang', 'zh']);
      expect({ code: mapped.code, stderr: mapped.stderr }).toEqual({ code: 0, stderr: '' });
      expect(mapped.stdout).toContain('映射到');
      const args = ['inspect', at(platform), '--format', 'json', '--out'];
      await inProcess([...args, at(`${platform}-found`)]);
      await inProcess([...args, at(`${platform}-given`), '--map', file]);
      expect(withoutReasons(reportIn(at(`${platform}-given`)))).toEqual(
        withoutReasons(reportIn(at(`${platform}-found`))),
      );
    }
  });
});

/** A given mapping needs no assumptions, and its silence is the reason a table is unused. */
function withoutReasons(report: Report): unknown {
  return {
    ...report,
    assumptions: null,
    issues: report.issues.filter(({ code }) => !code.startsWith('detect.')),
    raw_tables: report.raw_tables.map((table) => ({ ...table, skipped: null, skipped_zh: null })),
  };
}

describe('generate', () => {
  it.each(Object.keys(platforms))('%s says what it planted', async (name) => {
    const members = ['mall', 'lawful'].includes(name) ? ['--members', '300'] : [];
    const out = at('made', name);
    const ran = await inProcess(['generate', name, ...members, '--json', '-o', out]);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    expect(Object.keys(JSON.parse(ran.stdout) as object).length).toBeGreaterThan(2);
    expect(readdirSync(out).length).toBeGreaterThan(0);
  });

  it('refuses too few members with a code', async () => {
    const ran = await inProcess(['generate', 'mall', '--members', '1', '-o', at('few')]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('[generate.members_too_few]');
  });
});
