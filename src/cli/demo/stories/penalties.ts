import type { Known, Story } from '../story.ts';

type Says = (known: Known) => string;

const facts: Says = ({ say }) =>
  say(
    'The shop sold a foot bath as driving out the cold; it is ordinary goods.',
    '当事人将普通商品足浴包宣传为具有“祛病排寒”功效。',
  );
const law: Says = ({ say }) =>
  say('Anti-Unfair Competition Law, art. 9', '反不正当竞争法第九条第一款');
const penalty: Says = ({ say }) => say('Fine of 20,000 yuan', '罚款 20,000 元');
const fine_minor = 2_000_000;

/** A case gone through to its end: the decision can be read on the public pages. */
export const penalties: readonly Story[] = [
  {
    key: 'penalty',
    kind: 'case',
    face: 'owner',
    parties: [{ face: 'subject', tenant: 'operator' }],
    acts: [
      {
        days_ago: 57,
        by: 'li',
        step: 'open',
        data: (known) => ({
          title: known.say('Foot bath sold as a cure', '足浴包虚假宣传案'),
          source: 'complaint',
          facts: facts(known),
        }),
      },
      {
        days_ago: 54,
        by: 'li',
        step: 'open_case',
        data: () => ({ officers: ['demo-li', 'demo-chen'] }),
        approved_by: 'chen',
      },
      {
        days_ago: 45,
        by: 'li',
        step: 'finish_investigation',
        data: (known) => ({ proposal: penalty(known), file_digest: 'd'.repeat(64) }),
      },
      {
        days_ago: 43,
        by: 'chen',
        step: 'review',
        data: ({ say }) => ({
          opinion: say('Facts and law are clear.', '事实清楚，适用法律正确。'),
        }),
      },
      {
        days_ago: 42,
        by: 'li',
        step: 'serve_notice',
        data: (known) => ({
          facts: facts(known),
          grounds: known.say('False promotion of goods', '对商品性能作虚假宣传'),
          basis: [law(known)],
          proposed: penalty(known),
          hearing_right: false,
        }),
      },
      { days_ago: 40, by: 'qian', step: 'waive' },
      {
        days_ago: 37,
        by: 'li',
        step: 'decide',
        why: ({ say }) =>
          say('The facts are proven; no objection was made.', '事实清楚，当事人未提出异议。'),
        data: (known) => ({
          penalty: penalty(known),
          basis: [law(known)],
          fine_minor,
          discretion: known.say('Mended at once: at the low end', '及时改正，从轻处罚'),
          heavy: false,
          other_province: false,
        }),
        approved_by: 'chen',
      },
      { days_ago: 35, by: 'li', step: 'serve', data: () => ({ how: 'electronic' }) },
      { days_ago: 30, by: 'li', step: 'pay', data: () => ({ amount_minor: fine_minor }) },
      {
        days_ago: 29,
        by: 'li',
        step: 'publish',
        data: ({ site }) => ({ url: `${site}/public/zh/decisions`, minor: false }),
      },
      {
        days_ago: 29,
        by: 'li',
        step: 'publish',
        publication: (known) => ({
          kind: 'decision',
          number: known.say('Jiangcheng 2026 no. 118', '江城市监处罚〔2026〕118号'),
          title: known.say('Foot bath sold as a cure', '足浴包虚假宣传案'),
          subject: {
            name: known.say('Shanye Bath & Body', '山野洗护用品店'),
            credit_code: null,
            is_person: false,
          },
          region: known.say('Jiangcheng', '江城区'),
          category: known.say('False promotion', '虚假宣传'),
          facts: facts(known),
          outcome: penalty(known),
          basis: [law(known)],
          amount_minor: fine_minor,
          currency: 'CNY',
          decided_on: known.day(37),
          reasons: null,
          draw: null,
        }),
      },
    ],
  },
];
