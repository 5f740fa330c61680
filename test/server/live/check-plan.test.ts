import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PolyprismError } from '../../../src/model/issue.ts';
import type { Pack } from '../../../src/model/provision.ts';
import { parsePlan } from '../../../src/plan/language/parse-plan.ts';
import { checkPlan } from '../../../src/server/live/check-plan.ts';
import { shippedPacks } from '../../support/shipped-packs.ts';
import { root } from '../../tidy/repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-plan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const secret = join(folder, 'secret.txt');
writeFileSync(secret, 'what the server keeps');
const { plan } = parsePlan(readFileSync(join(root, 'plans/huasheng-2017.yaml'), 'utf8'), 'plan');

/** A pack of one provision about plans, whose statement is this. */
async function packAsking(evidence: string): Promise<Pack> {
  const [cn] = await shippedPacks('cn');
  const about = cn?.provisions.find(({ id }) => id === 'cn.directselling.art14');
  if (cn === undefined || about === undefined) throw new Error('the pack has changed');
  const reads = about.reads.filter(({ table }) => table === 'plan');
  const test = `SELECT p.plan_id AS subject, $as_of AS act_on, ${evidence} AS seen FROM plan p`;
  return { ...cn, provisions: [{ ...about, reads, test, cannot_tell: null }] };
}

/** The refusal; what was found where there is none. */
async function refusal(evidence: string, ms_max?: number): Promise<string> {
  if (plan === null) throw new Error('the plan has changed');
  const by = { packs: [await packAsking(evidence)], as_of: '2026-03-02' };
  try {
    const { tests } = await checkPlan(plan, by, ms_max);
    return JSON.stringify(tests.map(({ on_paper }) => on_paper?.evidence));
  } catch (error) {
    return error instanceof PolyprismError ? error.issue.code : String(error);
  }
}

describe('a plan judged by SQL of others', () => {
  it('is found to meet what needs its rows alone', async () => {
    expect(await refusal('p.name')).toContain('花生日记');
  });

  it.each([
    `(SELECT max(content) FROM read_text('${secret}'))`,
    `(SELECT max(file) FROM glob('${folder}/*'))`,
    `(SELECT count(*) FROM read_csv('http://127.0.0.1:9/x.csv'))`,
    `getenv('PATH')`,
  ])('reaches no file, no network and no environment: %s', async (evidence) => {
    const told = await refusal(evidence);
    expect(told).toMatch(/^[a-z]+\.[a-z_]+$|Error/);
    expect(told).not.toContain('what the server keeps');
  });

  it('ends when its time is over, and the next is answered', async () => {
    const endless = '(SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a > b)';
    expect(await refusal(endless, 300)).toBe('plan.study_time');
    expect(await refusal('p.name')).toContain('花生日记');
  });
});
