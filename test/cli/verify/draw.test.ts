import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkDrawFile } from '../../../src/evidence/draw/check-draw-file.ts';
import { committed, lists, published, seeds } from '../../support/slow-draw.ts';
import { root } from '../../tidy/repository.ts';
import { inProcess } from '../in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-draw-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'draw.json');

const draw = { committed, published };

/** The draw in the record it is published in, by the digest a program in Python gives it. */
function inRecord(record: object): object {
  const program =
    'import hashlib, json, sys; print(hashlib.sha256(json.dumps(json.load(sys.stdin), ' +
    'separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()).hexdigest())';
  const input = JSON.stringify(record);
  const digest = execFileSync('python3', ['-c', program], { input, encoding: 'utf8' }).trim();
  return { record, digest };
}

async function verified(value: unknown, ...flags: string[]) {
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return await inProcess(['verify', path, ...flags]);
}

/** Checks of a changed draw that are not kept, with what is said of them. */
function against(value: unknown): Record<string, unknown> {
  const { checks } = checkDrawFile(JSON.stringify(value));
  const wrong = checks.filter(({ state }) => state !== 'kept');
  return Object.fromEntries(
    wrong.map(({ check, issues }) => [check, issues.map(({ params }) => params)]),
  );
}

const other = (change: object): object => ({ committed, published: { ...published, ...change } });

describe('polyprism verify of a draw', () => {
  it('confirms what a program in Python drew, alone and in its record', async () => {
    const oracle = join(root, 'test/oracle/slow-draw.py');
    const { result } = JSON.parse(execFileSync('python3', [oracle], { encoding: 'utf8' })) as {
      readonly result: readonly (readonly string[])[];
    };
    const drawn = result.map(([subject, ...inspectors]) => ({ subject, inspectors }));
    const { code, stdout } = await verified(other({ result: drawn }));
    expect([code, stdout.match(/^✓/gm)?.length]).toEqual([0, 5]);
    expect(stdout).toContain('draw-1: drawn 4 / 12, seeds of amr, guild');
    expect(stdout).toContain('The draw follows from what was committed.');
    const record = inRecord({ id: 'r-1', title: '2026 年第 1 次', draw });
    const told = await verified(`\uFEFF${JSON.stringify(record)}`, '--lang', 'zh');
    expect(told.code).toBe(0);
    expect(told.stdout).toContain('✓ 公示信息与所附校验值一致：通过');
    const json = await verified(record, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ draw: path, told: { draw_id: 'draw-1' } });
    const changed = { ...record, record: { id: 'r-2', title: '2026 年第 1 次', draw } };
    expect(Object.keys(against(changed))).toEqual(['record']);
  });

  it('says what differs in any other', async () => {
    const { code, stdout } = await verified(other({ result: published.result.toReversed() }));
    expect(code).toBe(1);
    expect(stdout).toContain('At place 1 the lists and seeds give "s11" ["i3","i1"]; published is');
    expect(stdout).toContain('do not rely on its result');
    const fewer = against(other({ result: published.result.slice(0, 3) }));
    expect(fewer).toMatchObject({ result: [{ at: 4, seen: '–' }] });
    const deal = published.result.map((one) => ({ ...one, inspectors: ['i0', 'i1'] }));
    expect(against(other({ result: deal }))).toMatchObject({ result: [{ at: 1 }] });
    const subjects = lists.subjects.map((one) => ({ ...one, weight: 1 }));
    expect(against(other({ lists: { ...lists, subjects } }))).toMatchObject({
      lists: [{ what: 'list of subjects' }],
      result: [],
    });
    const avoids = lists.inspectors.map((one) => ({ ...one, avoids: [] }));
    expect(against(other({ lists: { ...lists, inspectors: avoids } }))).toMatchObject({
      lists: [{ what: 'list of inspectors' }],
    });
    const guess = [seeds[0], { party: 'guild', seed: '00'.repeat(32) }];
    expect(against(other({ seeds: guess }))).toMatchObject({ seeds: [{ item: 'guild' }] });
    expect(against(other({ beacon_value: '7' }))).toMatchObject({ beacon: [{}], result: [] });
    const nobody = { ...committed, commitments: [] };
    expect(against({ committed: nobody, published })).toHaveProperty('seeds');
  });

  it('reads nothing but a draw, and says where it is none', async () => {
    const flaw = (value: unknown): unknown => against(value)['form'];
    expect(flaw({})).toEqual([{ at: 'draw.committed' }]);
    expect(flaw(other({ lists: { ...lists, drawn: '4' } }))).toEqual([
      { at: 'draw.published.lists.drawn' },
    ]);
    expect(flaw({ ...draw, result: [] })).toEqual([{ at: 'draw.result' }]);
    expect(flaw({ record: { draw: null }, digest: '' })).toEqual([{ at: 'record.draw' }]);
    expect(flaw(other({ seeds: [{ party: '\uD800', seed: '' }] }))).toEqual([
      { at: 'draw.published.seeds[0].party' },
    ]);
    const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const deep = `{"record":{"draw":${JSON.stringify(draw)},"x":${nested}},"digest":""}`;
    expect((await verified(deep)).stdout).toContain('✗ The record has the digest beside it');
    const half = await verified('{"committed":');
    expect([half.code, half.stdout]).toEqual([1, expect.stringContaining("'JSON'")]);
    // What is no object of JSON is taken for a bag, as before.
    expect((await verified('not a draw')).stdout).toContain('no ZIP archive');
  });
});
