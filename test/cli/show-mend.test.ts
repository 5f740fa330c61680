import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { showMend } from '../../src/cli/plan/show-mend.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Provision } from '../../src/model/provision.ts';
import { parsePlan } from '../../src/plan/language/parse-plan.ts';
import type { PlanMend } from '../../src/plan/mend/mend-plan.ts';
import { moneyEffect } from '../../src/plan/mend/money-effect.ts';
import { planWith } from '../../src/plan/mend/sets-of-edits.ts';
import { root } from '../tidy/repository.ts';

const source = readFileSync(join(root, 'plans', 'forsage-matrix.yaml'), 'utf8');
const plan: Plan = parsePlan(source, 'forsage-matrix').plan!;

function provision(id: string, en: string, zh: string): Provision {
  return { id, title: { en, zh } } as unknown as Provision;
}

const fee = provision('x.fee', 'Entry fee', '入门费');
const lost = provision('x.lost', 'Lost', '其他');
const searched = { members: 3, events: 4, networks: 5 };
const before = { plan, tests: [], searched, grown_members: 130 };

it('tells what clears each, what each change is for, and that nobody is paid any more', () => {
  const changed = planWith(plan, ['pay_from_sales', 'drop_fee']);
  const mend: PlanMend = {
    before,
    mendings: [
      { provision: fee, edits: ['drop_fee'] },
      { provision: lost, edits: null },
    ],
    mended: {
      edits: ['drop_fee'],
      plan: changed,
      clears: new Map([['drop_fee', [fee]]]),
      lint: before,
    },
  };
  const effect = moneyEffect(plan, changed, 1);
  const lines = showMend(mend, effect, 'the text', { lang: 'zh' }).split('\n');
  expect(lines.slice(2, 7)).toEqual([
    '逐条消除所需的最小改动：',
    '入门费 [x.fee]',
    '    + 取得等级不收费、不要求购货，申请即可。',
    '其他 [x.lost]',
    '    所试改动的任何组合均不能消除：该情形不取决于这些改动所及之处。',
  ]);
  expect(lines.slice(8, 11)).toEqual([
    '一并消除所需的最小改动：',
    '+ 取得等级不收费、不要求购货，申请即可。',
    '    如不改，仍出现：入门费 [x.fee]',
  ]);
  expect(lines).toContain('改动后无人取得报酬：原计酬来源已去除，或方案并无商品销售。');
  expect(lines.slice(-3)).toEqual(['', 'the text', '']);
});

it('tells that nothing has to be changed', () => {
  const mend: PlanMend = { before, mendings: [], mended: null };
  expect(showMend(mend, null, null, { lang: 'en' })).toBe(
    'Matrix of Forsage\n\n' +
      'The plan meets nothing that was looked for; nothing has to be changed.\n',
  );
});
