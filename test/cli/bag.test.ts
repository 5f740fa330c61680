import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { cases } from '../../src/generate/cases/cases.ts';
import { generateCase } from '../../src/generate/cases/generate-case.ts';
import { digestOf, sha256 } from '../../src/evidence/digest.ts';
import { custody, item } from '../evidence/small-bag.ts';
import stamp from '../evidence/vectors/bag-timestamp.json' with { type: 'json' };
import { inProcess } from './in-process.ts';
import { polyprism } from './polyprism.ts';
import type { Ran } from './polyprism.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-bag-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (...parts: string[]): string => join(folder, ...parts);

/** One inspection as two laboratories would make it. */
const labs = [
  { name: 'one', env: { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' }, threads: '1' },
  { name: 'two', env: { TZ: 'America/New_York', LC_ALL: 'tr_TR.UTF-8' }, threads: '2' },
];
const seal = ['--key', at('lab.pem'), '--signer', 'lab.example/1', '--on', '2026-01-05'];
let sealed: Ran;

const fee = 'fee_id,member_id,kind,amount_minor,paid_at\nF1,1,entry,39900,2021-05-01 00:00:00\n';

beforeAll(async () => {
  await generateCase(folderWriter(at('in')), cases.baoyue);
  // Nine people are few: that the first paid to join is what is found.
  writeFileSync(at('in', 'fee.csv'), fee);
  writeFileSync(at('person.key'), Buffer.alloc(32, 1));
  const inputs = readdirSync(at('in')).map((name) => at('in', name));
  for (const { name, env, threads } of labs) {
    const order = name === 'one' ? inputs : inputs.toReversed();
    const how = ['--threads', threads, '--person-key', at('person.key')];
    const run = await polyprism(['inspect', ...order, '-o', at(name), ...how], { env });
    expect([run.code, run.stderr]).toEqual([1, '']);
    const words = ['bag', at(name), '-o', at(`${name}-bag`), '--raw', ...order, ...seal];
    const made = await polyprism(name === 'one' ? [...words, '--new-key'] : words, { env });
    expect([made.code, made.stderr]).toEqual([0, '']);
    sealed = made;
  }
  writeFileSync(
    at('keys.txt'),
    `# of the laboratory\n${sealed.stdout.trimEnd().split('\n').at(-1)}\n`,
  );
});

const verify = async (bag: string, ...more: string[]): Promise<Ran> =>
  await inProcess(['verify', at(bag), ...more]);

/** A copy of the bag with something done to it. */
function copied(name: string, change: (bag: string) => void): string {
  cpSync(at('one-bag'), at(name), { recursive: true });
  change(at(name));
  return name;
}

describe('polyprism bag', () => {
  it('makes the same bag anywhere: zones, locales, order of inputs, threads', () => {
    const [one, two] = labs.map(({ name }) => filesOf(at(`${name}-bag`)));
    expect([...one!.keys()]).toEqual([...two!.keys()]);
    for (const [path, bytes] of one!) expect(two!.get(path)?.equals(bytes), path).toBe(true);
    expect([...one!.keys()].filter((path) => !path.startsWith('data/raw/'))).toEqual([
      'README.en.txt',
      'README.zh.txt',
      'bag-info.txt',
      'bagit.txt',
      'data/findings.ndjson',
      'data/inspection.json',
      expect.stringMatching(/^data\/packs\/cn-[\d.]+\.tgz$/),
      'data/report/findings.csv',
      'data/report/report.en.md',
      'data/report/report.html',
      'data/report/report.json',
      'data/report/report.zh.md',
      'data/run.json',
      'manifest-sha256.txt',
      'manifest-sha512.txt',
      'seal.json',
      'tagmanifest-sha256.txt',
      'tagmanifest-sha512.txt',
    ]);
  });

  it('is checked by sha256sum and sha512sum alone, as its README says', () => {
    for (const name of ['tagmanifest-sha256', 'manifest-sha256', 'manifest-sha512']) {
      const program = `${name.split('-')[1]}sum`;
      const run = execFileSync(program, ['-c', `${name}.txt`], { cwd: at('one-bag') });
      expect(
        run
          .toString()
          .trimEnd()
          .split('\n')
          .every((line) => line.endsWith(': OK')),
      ).toBe(true);
    }
  });

  it('never holds the key of the pseudonyms, nor the private key', () => {
    for (const [path, bytes] of filesOf(at('one-bag'))) {
      expect(bytes.includes(Buffer.alloc(32, 1)), path).toBe(false);
      expect(bytes.includes('PRIVATE KEY'), path).toBe(false);
    }
  });

  it('refuses what it cannot stand for', async () => {
    const refused = async (...words: string[]): Promise<string | undefined> => {
      const { code, stderr } = await inProcess(['bag', ...words]);
      expect(code).toBe(2);
      return /\[([a-z._]+)\]/.exec(stderr)?.[1];
    };
    expect(await refused(at('one'), '-o', at('one-bag'))).toBe('bag.folder_in_use');
    expect(await refused(at('in'), '-o', at('no-bag'))).toBe('bag.no_report');
    const raw = ['--raw', at('keys.txt')];
    expect(await refused(at('one'), '-o', at('no-1'), ...raw)).toBe('bag.other_raw');
    cpSync(at('in'), at('a%b'), { recursive: true });
    cpSync(at('keys.txt'), at('a%b', 'x%0A.csv'));
    expect(await refused(at('one'), '-o', at('no-2'), '--raw', at('a%b'))).toBe('bag.bad_name');
    expect(await refused(at('one'), '-o', at('no-3'), '--packs', 'us')).toBe('bag.other_pack');
    writeFileSync(
      at('custody.json'),
      JSON.stringify({ ...custody, items: [{ ...item, network: '' }] }),
    );
    const withGaps = ['--custody', at('custody.json')];
    expect(await refused(at('one'), '-o', at('no-4'), ...withGaps)).toBe('bag.custody_gaps');
  });

  it('holds the record of custody of its raw files', async () => {
    const items = filesIn(at('in')).map((bytes, n) => ({
      ...item,
      id: `E${n}`,
      sha256: sha256(bytes),
    }));
    const chained: object[] = [];
    for (const one of items) {
      const before = chained.at(-1);
      chained.push({ ...one, previous_sha256: before ? digestOf(before) : null });
    }
    writeFileSync(at('custody.yaml'), JSON.stringify({ ...custody, items: chained }));
    const words = ['-o', at('held'), '--raw', at('in'), '--custody', at('custody.yaml'), '--json'];
    const { code, stdout } = await inProcess(['bag', at('one'), ...words]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ bag: at('held'), key: null });
    expect(readFileSync(at('held', 'bag-info.txt'), 'utf8')).toContain(
      'External-Identifier: 2024-17\n',
    );
    const { stdout: lines } = await verify('held');
    expect(lines).toContain(`✓ Custody complete, reviews done: kept (${items.length})`);
    expect(lines).toContain('? Sealed by a known key: cannot tell (there is no signature)');
  });
});

describe('polyprism verify', () => {
  it('tells one line a promise, and exits with 0 when all are kept', async () => {
    const { code, stdout } = await verify('one-bag', '--keys', at('keys.txt'));
    expect(code).toBe(0);
    expect(stdout).toContain('✓ Sealed by a known key: kept (lab.example/1)\n');
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^Every promise made is kept\. /);
    expect(stdout.match(/^[✓✗?-] /gmu)).toHaveLength(13);
  });

  it('exits with 3 when it cannot tell, in Chinese too', async () => {
    const { code, stdout } = await verify('one-bag', '--lang', 'zh');
    expect(code).toBe(3);
    expect(stdout).toContain('? 由已知密钥封存：无法判断（已签名；请用 --keys 提供公钥）\n');
    expect(stdout).toContain('没有不成立的承诺，但有事项无法判断。');
  });

  it('exits with 1 when something was changed, and says what', async () => {
    const bag = copied('changed', (one) =>
      appendFileSync(join(one, 'data/report/report.html'), ' '),
    );
    const { code, stdout } = await verify(bag, '--keys', at('keys.txt'));
    expect(code).toBe(1);
    expect(stdout).toContain('✗ No file changed: BROKEN (changed: data/report/report.html)\n');
    expect(stdout).toContain('do not rely on this bag');
    const json = await verify(bag, '--json');
    expect(JSON.parse(json.stdout).outcomes[2]).toMatchObject({
      promise: 'payload',
      state: 'broken',
    });
  });

  it('follows no link and demands what is given', async () => {
    const bag = copied('linked', (one) => symlinkSync('/etc', join(one, 'data', 'etc')));
    expect((await verify(bag)).stdout).toContain('✗ Plain files under plain names: BROKEN');
    writeFileSync(at('ca.pem'), stamp.ca);
    const { code, stdout } = await verify('one-bag', '--tsa', at('ca.pem'));
    expect([code, stdout]).toEqual([
      1,
      expect.stringContaining('✗ Timestamp of a trusted authority'),
    ]);
  });

  it.each([
    [['--keys', 'lab.pem'], 'bag.bad_keys'],
    [['--keys', 'nowhere'], 'input.not_found'],
    [['--tsa', 'keys.txt'], 'bag.bad_certificate'],
    [['--older', 'nowhere'], 'input.not_found'],
  ])('refuses %j', async ([option, file], error) => {
    const { code, stderr } = await verify('one-bag', option!, at(file!));
    expect([code, stderr]).toEqual([2, expect.stringContaining(`[${error}]`)]);
  });

  it('says where there is no bag', async () => {
    const { code, stderr } = await verify('in');
    expect([code, stderr]).toEqual([2, expect.stringContaining('[bag.not_found]')]);
  });
});

describe('polyprism reproduce', () => {
  const key = ['--person-key', at('person.key')];

  it('finds every finding again, byte for byte', async () => {
    const { code, stdout } = await inProcess(['reproduce', at('one-bag'), ...key]);
    expect([code, stdout.trimEnd().split('\n').slice(-4)]).toEqual([
      0,
      [
        expect.stringMatching(/^✓ Findings: [1-9]\d* the same, 0 not found again, 0 new$/),
        '✓ report.json: byte for byte',
        '',
        'Reproduced: every finding has the id it has in the bag.',
      ],
    ]);
  });

  it('runs nothing of a bag that breaks a promise', async () => {
    const bag = copied('spoilt', (one) => appendFileSync(join(one, 'data/run.json'), ' '));
    const { code, stderr } = await inProcess(['reproduce', at(bag)]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('[bag.unsound]')]);
  });

  it('takes raw files from elsewhere, and says when they are others', async () => {
    const words = ['bag', at('one'), '-o', at('bare'), ...seal];
    expect((await inProcess(words)).code).toBe(0);
    expect(existsSync(at('bare', 'data', 'raw'))).toBe(false);
    const { code, stderr } = await inProcess(['reproduce', at('bare'), ...key]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('[bag.no_raw]')]);
    cpSync(at('in'), at('other'), { recursive: true });
    const [first] = readdirSync(at('other'));
    appendFileSync(at('other', first!), '\n');
    const run = await inProcess([
      'reproduce',
      at('bare'),
      ...key,
      '--raw',
      at('other'),
      '--lang',
      'zh',
    ]);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^✗ 原始文件：\d+ 项一致，1 项未再出现，1 项新增$/m);
    expect(run.stdout).toContain('未能复现。');
  });
});

function filesOf(bag: string): Map<string, Buffer> {
  const entries = readdirSync(bag, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(bag.length + 1))
    .toSorted();
  return new Map(paths.map((path) => [path, readFileSync(join(bag, path))]));
}

function filesIn(path: string): Buffer[] {
  return [...filesOf(path).values()];
}
