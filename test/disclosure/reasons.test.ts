import { describe, expect, it } from 'vitest';
import { missingReasons } from '../../src/disclosure/reasons/missing-reasons.ts';
import type { StatementOfReasons } from '../../src/disclosure/reasons/statement-of-reasons.ts';

const fullReasons: StatementOfReasons = {
  decided_on: '2026-03-02',
  told_on: '2026-03-02',
  effective_on: '2026-03-03',
  measure: '暂停服务 14 天',
  scope: '店铺“好物铺”',
  territory: '中国大陆',
  ends_on: '2026-03-16',
  open_ended: false,
  facts: '2 月 20 日至 28 日，以虚构交易提高销量。',
  source: 'own_initiative',
  grounds: [
    { kind: 'rule', title: '平台规则', article: '第 12 条', version: '2026-02-01', why: '刷单' },
    { kind: 'law', title: '电子商务法', article: '第十七条', version: null, why: '虚构交易' },
  ],
  found_by_machine: true,
  decided_by_machine: false,
  person_on_request: null,
  redress: [
    { kind: 'platform', how: '商家后台—申诉' },
    { kind: 'out_of_court', how: '认证争端解决机构' },
    { kind: 'court', how: '人民法院' },
  ],
};

const fields = (change: Partial<StatementOfReasons>, law: 'cn' | 'eu'): string[] =>
  missingReasons({ ...fullReasons, ...change }, [law]).map(({ field }) => field);

describe('a statement of reasons', () => {
  it('that says everything may be published under both laws', () => {
    expect(missingReasons(fullReasons, ['cn', 'eu'])).toEqual([]);
  });

  const [rule, law] = [fullReasons.grounds[0]!, fullReasons.grounds[1]!];
  it.each<[string, Partial<StatementOfReasons>, string[], string[]]>([
    ['day of decision', { decided_on: null }, ['decided_on'], []],
    ['measure', { measure: ' \u3000' }, ['measure'], ['measure']],
    ['scope', { scope: null }, ['scope'], ['scope']],
    ['territory', { territory: null }, [], ['territory']],
    ['neither end', { ends_on: null, open_ended: null }, ['ends_on'], ['ends_on']],
    ['both ends', { open_ended: true }, ['ends_on'], ['ends_on']],
    ['open end', { ends_on: null, open_ended: true }, [], []],
    ['facts', { facts: '' }, ['facts'], ['facts']],
    ['source', { source: null }, [], ['source']],
    ['no ground', { grounds: [] }, ['grounds'], ['grounds']],
    ['rule without version', { grounds: [{ ...rule, version: null }] }, ['grounds'], ['grounds']],
    ['law without article', { grounds: [{ ...law, article: '' }] }, ['grounds'], ['grounds']],
    ['why', { grounds: [rule, { ...law, why: '' }] }, ['grounds'], ['grounds']],
    ['found how', { found_by_machine: null }, ['found_by_machine'], ['found_by_machine']],
    ['machine, no person', { decided_by_machine: true }, ['person_on_request'], []],
    [
      'machine, person refused',
      { decided_by_machine: true, person_on_request: false },
      ['person_on_request'],
      [],
    ],
    ['machine, person', { decided_by_machine: true, person_on_request: true }, [], []],
    ['no appeal', { redress: [] }, ['redress'], ['redress']],
    ['no court', { redress: fullReasons.redress.slice(0, 2) }, [], ['redress']],
    ['told late', { told_on: '2026-03-04' }, [], ['told_on']],
    ['told on the day', { told_on: '2026-03-03' }, [], []],
    ['not told', { told_on: null }, [], ['told_on']],
  ])('%s', (_, change, cn, eu) => {
    expect([fields(change, 'cn'), fields(change, 'eu')]).toEqual([cn, eu]);
  });

  it('is told where the law says so, in both languages', () => {
    const [first] = missingReasons({ ...fullReasons, facts: null }, ['cn']);
    expect(first?.cite.zh).toBe('网络交易平台规则监督管理办法（第116号令）第十九条');
    expect(first?.what).toEqual({ zh: '所依据的事实', en: 'the facts relied on' });
  });
});
