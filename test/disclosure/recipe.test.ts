import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commitmentOf } from '../../src/evidence/draw/commitment.ts';
import { listDigests } from '../../src/evidence/draw/list-digests.ts';
import { runDraw } from '../../src/evidence/draw/run-draw.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-recipe-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = readFileSync(new URL('../../docs/reference/disclosure.md', import.meta.url), 'utf8');
const [, recipe = ''] = /```python\n([\s\S]*?)```/.exec(page) ?? [];

/** A draw of 40 subjects by 7 inspectors, as it is published. */
const lists = {
  draw_id: '2026 年第 3 次',
  subjects: Array.from({ length: 40 }, (_, i) => ({ id: `企业 ${i}`, weight: [1, 3, 9][i % 3]! })),
  inspectors: Array.from({ length: 7 }, (_, i) => ({
    id: `检查员 ${i}`,
    avoids: i < 3 ? [`企业 ${i}`, '企业 5'] : [],
  })),
  drawn: 8,
  inspectors_each: 2,
};
const seeds = ['市局', '协会', '平台'].map((party, i) => ({ party, seed: `${i + 1}a`.repeat(32) }));
const draw = {
  committed: {
    draw_id: lists.draw_id,
    ...listDigests(lists),
    drawn: 8,
    inspectors_each: 2,
    commitments: seeds.map(({ party, seed }) => ({
      party,
      commitment: commitmentOf(lists.draw_id, party, seed),
    })),
    beacon: 'a public source',
  },
  published: { lists, seeds, beacon_value: '77', result: runDraw(lists, seeds, '77') },
};

/** What the program on the page says of a draw; its last line of error where it stops. */
function verified(of: unknown): string {
  writeFileSync(join(folder, 'draw.json'), JSON.stringify(of));
  writeFileSync(join(folder, 'verify.py'), recipe);
  try {
    const options = { cwd: folder, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('python3', ['verify.py'], options).trim();
  } catch (error) {
    const { stderr } = error as { readonly stderr?: string };
    return (stderr ?? '').trim().split('\n').at(-1) ?? '';
  }
}

describe('the recipe of the documentation', () => {
  it('confirms a published draw', () => {
    expect(verified(draw)).toBe('the draw follows from what was committed');
  });

  const { published, committed } = draw;
  const other = (change: object) => ({ committed, published: { ...published, ...change } });
  it.each([
    ['result', other({ result: published.result.toReversed() })],
    ['seeds', other({ seeds: published.seeds.slice(1) })],
    ['lists', other({ lists: { ...lists, subjects: lists.subjects.toReversed() } })],
    ['counts', other({ lists: { ...lists, drawn: 7 } })],
    ['result', other({ beacon_value: '78' })],
  ])('refuses another one: %s', (what, of) => {
    expect(verified(of)).toBe(`AssertionError: other ${what}`);
  });
});
