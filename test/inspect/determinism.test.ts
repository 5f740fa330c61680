import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { generateUnknown } from '../../src/generate/generate-unknown.ts';
import { generateMall } from '../../src/generate/mall/generate-mall.ts';
import { seeded } from '../../src/generate/random.ts';
import { polyprism } from '../cli/polyprism.ts';

/** Runs by input; POLYPRISM_RUNS=50 makes the hundred. */
const runs = Number(process.env['POLYPRISM_RUNS'] ?? 6);
const zones = ['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati'];
const locales = ['C', 'tr_TR.UTF-8', 'zh_CN.UTF-8', 'de_DE.UTF-8', 'en_US.UTF-8'];
const seed = 20_260_101;

const folder = mkdtempSync(join(tmpdir(), 'polyprism-same-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Two dumps of one software whose rows contradict each other, and times that cannot be read, many
 * on a line: neither which row wins nor which one is shown as an example may vary.
 */
async function twoDumps(home: string): Promise<string[]> {
  for (const part of ['first', 'second']) {
    const options = { members: 250, seed: part === 'first' ? 1 : 2 };
    await generateMall(folderWriter(join(home, part)), options);
    const file = join(home, part, 'mall.sql');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll(/\b1[67]\d{7}7\b/g, "'soon $&'"));
  }
  return [join('first', 'mall.sql'), join('second', 'mall.sql')];
}

/** The exports of a back office, each cut into three files that carry its header. */
async function cutExports(home: string): Promise<string[]> {
  const whole = join(home, 'whole');
  await generateUnknown(folderWriter(whole), { members: 300 });
  const names: string[] = [];
  for (const name of readdirSync(whole)) {
    const [header = '', ...rows] = readFileSync(join(whole, name), 'utf8').trimEnd().split('\n');
    const size = Math.ceil(rows.length / 3);
    for (const [i, part] of ['a', 'b', 'c'].entries()) {
      const chosen = rows.slice(i * size, (i + 1) * size);
      mkdirSync(join(home, part), { recursive: true });
      writeFileSync(join(home, part, name), `${[header, ...chosen].join('\n')}\n`);
      names.push(join(part, name));
    }
  }
  rmSync(whole, { recursive: true });
  return names;
}

describe.each([
  ['dumps that contradict each other', twoDumps],
  ['exports in several files', cutExports],
] as const)('%s', (title, make) => {
  const here = join(folder, title.replaceAll(' ', '-'));
  const homes = [join(here, 'home'), join(here, 'moved', 'deeper', '搬家 [1]')];
  let names: string[] = [];

  beforeAll(async () => {
    names = await make(homes[0]!);
    cpSync(homes[0]!, homes[1]!, { recursive: true });
  });

  async function report(i: number): Promise<string> {
    const random = seeded(seed + i);
    const out = join(here, `out-${i}`);
    const home = homes[i % homes.length]!;
    const order = names.map((name) => ({ name, at: i === 0 ? 0 : random.fraction() }));
    const inputs = order.toSorted((a, b) => a.at - b.at).map(({ name }) => join(home, name));
    // Each run makes a key of its own: pseudonyms differ, the report may not.
    const args = ['inspect', ...inputs, '--out', out, '--threads', String(1 + (i % 2))];
    const env = { TZ: zones[i % zones.length]!, LC_ALL: locales[i % locales.length]! };
    const { code, stderr } = await polyprism([...args, '--format', 'json,csv'], { env });
    expect({ stderr, ran: code === 1 || code === 3 }).toEqual({ stderr: '', ran: true });
    const text = readFileSync(join(out, 'report.json'), 'utf8');
    const findings = readFileSync(join(out, 'findings.csv'), 'utf8');
    rmSync(out, { recursive: true });
    return `${text}${findings}`;
  }

  it(
    `is the same report, byte for byte, ${runs} times over (seed ${seed})`,
    { timeout: 30_000 * runs },
    async () => {
      const first = await report(0);
      expect(first.length).toBeGreaterThan(10_000);
      const others = Array.from({ length: runs - 1 }, (_, i) => i + 1);
      const worker = async (): Promise<void> => {
        for (let i = others.shift(); i !== undefined; i = others.shift()) {
          const other = await report(i);
          if (other !== first) expect(`run ${i}: ${other}`).toBe(`run ${i}: ${first}`);
        }
      };
      await Promise.all([worker(), worker()]);
    },
  );
});
