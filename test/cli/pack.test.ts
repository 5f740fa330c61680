import { createHash, generateKeyPairSync } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../src/model/limits.ts';
import { writeBundle } from '../../src/packs/bundle.ts';
import { readFiles } from '../../src/packs/read-files.ts';
import { inProcess } from './in-process.ts';
import type { Ran } from './polyprism.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-pack-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const provision = 'provisions/assoc.refund-in-time.md';

/** Runs `polyprism pack …`; words that name files of this test's folder are put there. */
async function pack(...args: string[]): Promise<Ran> {
  const { code, stdout, stderr } = await inProcess(['pack', ...args.map(placed)]);
  const short = (text: string): string => text.replaceAll(`${folder}/`, '');
  return { code, stdout: short(stdout), stderr: short(stderr) };
}

const placed = (word: string): string => (word.startsWith('./') ? join(folder, word) : word);

/** A copy of the new pack with one file changed. */
function changed(name: string, file: string, change: (text: string) => string): string {
  cpSync(join(folder, 'assoc'), join(folder, name), { recursive: true });
  const path = join(folder, name, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return name;
}

let made: Ran;
beforeAll(async () => {
  made = await pack('new', './assoc', '--publisher', 'Sample "association"');
});

describe('pack new', () => {
  it('writes a pack, an example and its cases, and says where', () => {
    expect(made).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        'assoc/README.md',
        'assoc/pack.yaml',
        `assoc/${provision}`,
        'assoc/provisions/assoc.refund-in-time.test.yaml',
        '',
      ].join('\n'),
    });
  });

  it('overwrites nothing', async () => {
    const { code, stderr } = await pack('new', './assoc');
    expect(code).toBe(2);
    expect(stderr).toContain('[pack.folder_not_empty]');
  });

  it.each([[['./Bad Name']], [['./fine', '--provision', 'Not.Fine']]])(
    'takes no id that cannot be one: %j',
    async (args) => {
      const { code, stderr } = await pack('new', ...args);
      expect(code).toBe(2);
      expect(stderr).toContain('[pack.bad_id]');
    },
  );
});

describe('pack lint', () => {
  it('has nothing against a new pack', async () => {
    const { code, stdout } = await pack('lint', './assoc', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ pack: 'assoc', provisions: 1, diagnostics: [] });
  });

  it('warns of a provision no row of the coverage names, and stops at nothing', async () => {
    const partly = changed('partly', provision, (text) => text);
    const rows = `- law: {zh: 示例, en: Sample}
  articles:
    - article: art. 9
      title: {zh: 包装, en: Packing}
      stage: in
      status: open
      reason: {zh: 无数据表。, en: No table.}
`;
    writeFileSync(join(folder, partly, 'coverage.yaml'), rows);
    const { code, stdout, stderr } = await pack('lint', `./${partly}`);
    expect(code).toBe(0);
    expect(stderr).toContain(
      `${provision}:2:5: pack.not_covered: No row of coverage.yaml names assoc.refund-in-time.`,
    );
    expect(stdout).toContain('assoc 0.1.0: no error, warnings: 1.');
    const json = await pack('lint', `./${partly}`, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      pack: 'assoc',
      provisions: 1,
      diagnostics: [{ code: 'pack.not_covered', line: 2, column: 5 }],
    });
  });

  it('points at each mistake, in the language asked for', async () => {
    const spoilt = changed('spoilt', provision, (text) =>
      text.replace('status: experimental', 'status: good').replace('not {days_max}:', 'not {day}:'),
    );
    const { code, stdout, stderr } = await pack('lint', `./${spoilt}`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(
      `${provision}:4:9: pack.wrong_value: 'good' does not fit here. ` +
        `Expected: experimental | tested | stable | superseded.\n` +
        `4 | status: good\n  |         ^^^^\n`,
    );
    const chinese = await pack('lint', `./${spoilt}`, '--lang', 'zh');
    expect(chinese.stderr).toContain(`${provision}:4:9: pack.wrong_value: “good”不符合要求。`);
    const json = await pack('lint', `./${spoilt}`, '--json');
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({
      pack: null,
      diagnostics: [{ code: 'pack.wrong_value', file: provision, line: 4, column: 9, length: 4 }],
    });
  });

  it('says so when there is no such folder', async () => {
    const { code, stderr } = await pack('lint', './nowhere');
    expect(code).toBe(2);
    expect(stderr).toContain('There is nothing at nowhere.');
  });
});

describe('pack test', () => {
  it('passes a new pack, whose cases notice every small mistake', async () => {
    const { code, stdout } = await pack('test', './assoc', '--mutants', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      pack: 'assoc',
      passed: true,
      provisions: [
        {
          provision: 'assoc.refund-in-time',
          version_in_force: '2026-01-01',
          cases: 2,
          passed: 2,
          failures: [],
          subjects: {
            true_positives: 1,
            false_positives: 0,
            false_negatives: 0,
            true_negatives: 3,
            undecided: 1,
          },
          missing: [],
          mutants: { made: 7, survivors: [] },
        },
      ],
    });
    const table = await pack('test', './assoc');
    expect(table.stdout).toBe(
      [
        '   provision             in force    cases  TP  FP  FN  TN  ?  mutants',
        '✓  assoc.refund-in-time  2026-01-01  2/2    1   0   0   3   1  -',
        '',
        '1 of 1 provisions pass.',
        '',
      ].join('\n'),
    );
  });

  it('counts a wrong number as what it makes of the subjects', async () => {
    const strict = changed('strict', provision, (text) => text.replace('value: 7', 'value: 6'));
    const { code, stdout } = await pack('test', `./${strict}`, '--lang', 'zh');
    expect(code).toBe(1);
    expect(stdout).toContain('✗  assoc.refund-in-time  2026-01-01  1/2   1     1     0     2');
    expect(stdout).toContain('breach: expected ["a1"], got ["a1","a2"]');
    expect(stdout).toContain('1 个条款中 0 个通过。');
  });

  it('misses the act of the day before, and shows the mistakes nobody notices', async () => {
    const blind = changed('blind', 'provisions/assoc.refund-in-time.test.yaml', (text) =>
      text
        .slice(0, text.indexOf('  - name: goods'))
        .replace(/ *- after_sale_id: a2\n.*\n.*\n/, '')
        .replace('a2, ', ''),
    );
    const { code, stdout } = await pack('test', `./${blind}`, '--mutants');
    expect(code).toBe(1);
    expect(stdout).toContain('no case with an act of the day before it came into force');
    expect(stdout).toContain('no case notices: parameter days_max');
    expect(stdout).toContain('no case notices: in_force.from: 2026-01-01 → 1900-01-01');
  });

  it('tests nothing of a pack that is not sound', async () => {
    const { code, stderr } = await pack('test', './spoilt');
    expect(code).toBe(2);
    expect(stderr).toContain(`${provision}:4:9: pack.wrong_value`);
  });
});

describe('pack build, sign, verify', () => {
  const publisher = 'Sample "association"';
  const signed = async (file: string, ...more: string[]): Promise<string> => {
    const { code, stdout } = await pack('sign', file, '--json', ...more);
    expect(code).toBe(0);
    return (JSON.parse(stdout) as { public_key: string }).public_key;
  };

  function trust(key: string, least: string, threshold = 1): void {
    const yaml = `schema: polyprism.trust/1
publishers:
  - name: '${publisher}'
    threshold: ${threshold}
    keys: [${key}]
    packs: {assoc: ${least}}
`;
    writeFileSync(join(folder, 'trust.yaml'), yaml);
  }

  const file = './assoc-0.1.0.tgz';
  const built = ['build', './assoc', '-o', file] as const;

  it('go from a folder to a file others can rely on', async () => {
    const build = await pack(...built, '--json');
    expect(build.code).toBe(0);
    const bytes = readFileSync(join(folder, file));
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(JSON.parse(build.stdout)).toMatchObject({
      file: 'assoc-0.1.0.tgz',
      sha256: hash,
      pack: 'assoc',
      version: '0.1.0',
    });
    await pack('build', './assoc', '-o', './again.tgz');
    expect(readFileSync(join(folder, 'again.tgz')).equals(bytes)).toBe(true);

    const key = await signed(file, '--key', './first.pem', '--new-key');
    expect(statSync(join(folder, 'first.pem')).mode & 0o777).toBe(0o600);
    trust(key, '0.0.1');
    const verify = await pack('verify', file, '--trust', './trust.yaml', '--pin', '--json');
    expect(verify).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(verify.stdout)).toMatchObject({ pack: 'assoc', publisher, verified: true });
    expect(readFileSync(join(folder, 'trust.yaml'), 'utf8')).toContain('assoc: 0.1.0');
  });

  it('want as many keys as trust.yaml says, one signing after the other', async () => {
    const keys = [await signed(file, '--key', './first.pem')];
    keys.push(await signed(file, '--key', './second.pem', '--new-key'));
    trust(keys.join(', '), '0.1.0', 2);
    expect((await pack('verify', file, '--trust', './trust.yaml')).code).toBe(0);
    trust(keys.join(', '), '0.1.0', 3);
    const few = await pack('verify', file, '--trust', './trust.yaml');
    expect(few.code).toBe(2);
    expect(few.stderr).toContain('2 of the 3 signatures wanted');
    trust(keys.join(', '), '0.1.1', 2);
    const old = await pack('verify', file, '--trust', './trust.yaml', '--lang', 'zh');
    expect(old.code).toBe(2);
    expect(old.stderr).toContain('assoc 的版本 0.1.0 低于可接受的最低版本 0.1.1。');
  });

  it('overwrite no key, and take none of another kind', async () => {
    const twice = await pack('sign', file, '--key', './first.pem', '--new-key');
    expect(twice.stderr).toContain('[trust.key_exists]');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(join(folder, 'ec.pem'), pem);
    for (const key of ['./ec.pem', './trust.yaml']) {
      const { code, stderr } = await pack('sign', file, '--key', key);
      expect(code).toBe(2);
      expect(stderr).toContain('[trust.bad_key]');
    }
  });

  it.each([
    [-1, 0],
    [0, 0],
    [1, 2],
  ])('read a trust.yaml of the limit %+i bytes: exit status %i', async (over, status) => {
    const text = readFileSync(join(folder, 'trust.yaml'), 'utf8').replace('0.1.1', '0.1.0');
    const long = `${text}#${'x'.repeat(limits.signatures_bytes_max + over - text.length - 1)}`;
    writeFileSync(join(folder, 'long.yaml'), long);
    const { code, stderr } = await pack('verify', file, '--trust', './long.yaml');
    expect(code).toBe(status);
    if (status === 2) expect(stderr).toContain('[pack.too_large]');
  });

  it('sign nothing that is no sound pack', async () => {
    const files = await readFiles(join(folder, 'spoilt'));
    const head = { id: 'assoc', version: '0.1.0', publisher, digest: 'd'.repeat(64) };
    const forged = {
      ...head,
      title: { en: '', zh: '' },
      jurisdiction: 'CN',
      time_zone: 'Asia/Shanghai',
      calendar: [],
      deadlines: [],
      terms: [],
      coverage: [],
      sheets: [],
      provisions: [],
    };
    writeFileSync(join(folder, 'forged.tgz'), writeBundle(forged, files));
    const { code, stderr } = await pack('sign', './forged.tgz', '--key', './first.pem');
    expect(code).toBe(2);
    expect(stderr).toContain('[pack.wrong_value]');
    expect(existsSync(join(folder, 'forged.tgz.sig'))).toBe(false);
  });

  it('say why not', async () => {
    const unsound = await pack('build', './spoilt', '-o', './spoilt.tgz');
    expect(unsound.code).toBe(2);
    expect(existsSync(join(folder, 'spoilt.tgz'))).toBe(false);
    const noFile = await pack('sign', './assoc/pack.yaml', '--key', './first.pem');
    expect(noFile.stderr).toContain('[bundle.malformed]');
    const noTrust = await pack('verify', file);
    expect(noTrust.code).toBe(2);
    expect(noTrust.stderr).toContain(
      'The argument --trust <file> is missing. polyprism pack verify',
    );
  });
});

describe('inspect with packs of one’s own', () => {
  const inspect = async (...args: string[]): Promise<Ran> => {
    const out = ['--out', join(folder, 'out'), '--json'];
    const input = join(folder, 'after_sale.csv');
    return await inProcess(['inspect', input, ...args.map(placed), ...out]);
  };
  beforeAll(() => {
    const rows = [
      'after_sale_id,received_back_at,refunded_at',
      'r1,2026-05-01 10:00:00,2026-05-20 10:00:00',
    ];
    writeFileSync(join(folder, 'after_sale.csv'), `${rows.join('\n')}\n`);
  });

  it('refuses a built pack without trust', async () => {
    const { code, stdout } = await inspect('--packs', './assoc-0.1.0.tgz');
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'trust.needed' } });
  });

  it('gives the same report with the folder and with the signed file', async () => {
    const trust = join(folder, 'trust.yaml');
    writeFileSync(trust, readFileSync(trust, 'utf8').replace('0.1.1', '0.1.0'));
    const signed = await inspect('--packs', './assoc-0.1.0.tgz', '--trust', './trust.yaml');
    const plain = await inspect('--packs', './assoc');
    expect(signed.stderr).toBe('');
    expect(signed.stdout).toBe(plain.stdout);
    expect(JSON.parse(signed.stdout)).toMatchObject({
      digests: { packs: [{ id: 'assoc', version: '0.1.0' }] },
    });
  });
});

describe('pack docs', () => {
  it('writes the same pages on every run', async () => {
    const { code, stdout } = await pack('docs', './assoc', '-o', './pages', '--json');
    expect(code).toBe(0);
    const names = ['en/index.md', 'en/assoc.refund-in-time.md', 'zh/index.md'];
    const { files } = JSON.parse(stdout) as { files: string[] };
    expect(files).toEqual([...names, 'zh/assoc.refund-in-time.md'].map((name) => `pages/${name}`));
    await pack('docs', './assoc', '-o', './pages2');
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(readFileSync(join(folder, file.replace('pages', 'pages2')), 'utf8')).toBe(text);
    }
    const page = readFileSync(join(folder, 'pages/en/assoc.refund-in-time.md'), 'utf8');
    expect(page).toContain('| goods that came back the day before the standard | 2026-06-30 |');
    expect(page).toContain('after\\_sale\\_id \\= a4, received\\_back\\_at \\= ?');
  });
});

describe('pack diff', () => {
  const diff = async (old: string, next: string, ...args: string[]): Promise<Ran> =>
    await pack('diff', old, next, '--snapshot', ...args);
  beforeAll(async () => {
    const rows = [
      'after_sale_id,received_back_at,refunded_at,refunded_minor',
      'r1,2026-05-01 10:00:00,2026-05-20 10:00:00,10000',
      'r2,2026-05-01 10:00:00,2026-05-08 10:00:00,39900',
      'r3,2026-05-01 10:00:00,2026-05-07 10:00:00,100',
    ];
    writeFileSync(join(folder, 'refunds.csv'), `${rows.join('\n')}\n`);
    const mapping = `schema: polyprism.mapping/1
currency: CNY
time_zone: Asia/Shanghai
tables:
  - table: after_sale
    from: refunds
    columns:
      after_sale_id: {column: after_sale_id}
      received_back_at: {column: received_back_at, as: datetime}
      refunded_at: {column: refunded_at, as: datetime}
      refunded_minor: {column: refunded_minor, as: money_minor}
`;
    writeFileSync(join(folder, 'mapping.yaml'), mapping);
    const words = ['inspect', './refunds.csv', '--map', './mapping.yaml', '--packs', './assoc'];
    const { code } = await inProcess([...words, '--out', './diff'].map(placed));
    expect(code).toBe(1);
  });

  it('says whom and how much a stricter number touches, from a snapshot', async () => {
    const { code, stdout } = await diff('./assoc', './strict', './diff/snapshot', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      differs: true,
      as_of: '2026-05-20',
      currency: 'CNY',
      provisions: [
        {
          provision: 'assoc.refund-in-time',
          before: 'breach',
          after: 'breach',
          kept: 1,
          gained: { findings: 1, subjects: 1, money: { refunded_minor: '39900' } },
          lost: { findings: 0, subjects: 0, money: {} },
          gained_subjects: ['r2'],
          lost_subjects: [],
        },
      ],
    });
  });

  it('says the same from the files, the other way round, in Chinese', async () => {
    const files = ['./refunds.csv', '--map', './mapping.yaml', '--lang', 'zh'];
    const { code, stdout } = await diff('./strict', './assoc', ...files);
    expect(code).toBe(1);
    const [, row] = stdout.split('\n');
    expect(row).toBe(
      'assoc.refund-in-time  不符合  不符合  1     0     0     -     1     1     ' +
        'refunded_minor 399.00 元',
    );
    expect(stdout).toContain('按 2026-05-20 判断：1 个条款中 1 个结果不同。');
  });

  it('ends with 0 where nothing differs: one pack, or a day before it was in force', async () => {
    expect((await diff('./assoc', './assoc', './diff/snapshot')).code).toBe(0);
    const early = ['./diff/snapshot', '--as-of', '2025-12-31'];
    const { code, stdout } = await diff('./assoc', './strict', ...early);
    expect(code).toBe(0);
    expect(stdout).toBe('As of 2025-12-31: 0 of 0 provisions say something else.\n');
  });

  it('takes no account of a snapshot that is not ours', async () => {
    const file = join(folder, 'diff/snapshot/snapshot.json');
    const text = readFileSync(file, 'utf8');
    for (const spoilt of ['', '[]', 'null', text.replace('snapshot/1', 'snapshot/0')]) {
      writeFileSync(file, spoilt);
      const { code, stderr } = await diff('./assoc', './strict', './diff/snapshot');
      expect(code).toBe(2);
      expect(stderr).toContain('[snapshot.unreadable]');
    }
    writeFileSync(file, text);
  });

  it('has no account of tables whose replacement failed', async () => {
    const file = join(folder, 'diff/snapshot/snapshot.json');
    const { code } = await inProcess(['inspect', './nothing.csv', '--out', './diff'].map(placed));
    expect(code).toBe(2);
    expect(existsSync(file)).toBe(false);
  });
});
