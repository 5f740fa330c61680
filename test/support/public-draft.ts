import type { Draft } from '../../src/disclosure/publication/publish.ts';

/** A decision about a firm, to be changed where a test needs it otherwise. */
export function draftOf(change: Partial<Draft>): Draft {
  return {
    id: 'publication-1',
    kind: 'decision',
    publisher: '某市市场监督管理局',
    number: '某市监处罚〔2026〕12号',
    title: '虚假宣传案',
    subject: { name: '好物公司', credit_code: '91350100M000100Y43', is_person: false },
    region: '某市',
    category: '虚假宣传',
    facts: '直播间宣传与实际不符。',
    outcome: '罚款 20,000 元',
    basis: ['反不正当竞争法第八条'],
    amount_minor: 2_000_000,
    currency: 'CNY',
    decided_on: '2026-02-20',
    published_on: '2026-03-02',
    reasons: null,
    draw: null,
    persons: [],
    minor: false,
    ends_on: null,
    ...change,
  };
}
