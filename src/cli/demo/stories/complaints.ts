import type { Act, Known, Story } from '../story.ts';
import type { PersonKey } from '../world.ts';

type Says = (known: Known) => string;

const byLin = [
  { face: 'owner', tenant: 'regulator' },
  { face: 'subject', tenant: 'operator' },
  { face: 'helper', tenant: 'platform' },
] as const;

/** A complaint of Ms Lin's at the bureau. */
function complaint(key: string, opened: Act, ...acts: readonly Act[]): Story {
  return { key, kind: 'complaint', face: 'applicant', parties: byLin, acts: [opened, ...acts] };
}

function filed(days_ago: number, title: Says, facts: Says, request: Says): Act {
  const data: Act['data'] = (known) => ({
    title: title(known),
    facts: facts(known),
    request: request(known),
  });
  return { days_ago, by: 'lin', step: 'open', data };
}

const assigned = (days_ago: number, to: PersonKey): Act => ({
  days_ago,
  by: 'li',
  step: 'assign',
  data: () => ({ user_id: `demo-${to}` }),
});

const accepted = (days_ago: number): Act => ({ days_ago, by: 'li', step: 'accept' });

const mediated = (days_ago: number): Act => ({
  days_ago,
  by: 'li',
  step: 'mediate',
  data: () => ({ complainant_agrees: true, respondent_agrees: true }),
});

/** From filed yesterday to settled, and one that has waited too long. */
export const complaints: readonly Story[] = [
  complaint(
    'shampoo',
    filed(
      58,
      ({ say }) => say('Shampoo leaked; return refused', '洗发水漏液，商家拒绝退货'),
      ({ say }) =>
        say(
          'Two of three bottles arrived open. The shop takes nothing back.',
          '三瓶洗发水到货时两瓶已漏液，商家称洗护用品一经售出概不退换。',
        ),
      ({ say }) => say('Refund of 118 yuan', '退款 118 元'),
    ),
    assigned(57, 'li'),
    accepted(55),
    mediated(50),
    {
      days_ago: 41,
      by: 'li',
      step: 'settle',
      data: ({ say }) => ({
        form: 'document',
        terms: say(
          'The shop refunds 118 yuan within three days and takes the bottles back at its cost.',
          '商家三日内退款 118 元，并自担运费取回商品。',
        ),
      }),
    },
    { days_ago: 38, by: 'li', step: 'close' },
  ),
  complaint(
    'refund',
    filed(
      33,
      ({ say }) => say('Refund promised, not paid for four weeks', '承诺退款四周仍未到账'),
      ({ say }) =>
        say(
          'Sent back on the third day; the parcel was signed for; no money since.',
          '收货第三天即寄回，商家已签收，至今未退款。',
        ),
      ({ say }) => say('Refund of 56 yuan', '退款 56 元'),
    ),
    assigned(32, 'li'),
    accepted(29),
    mediated(24),
  ),
  complaint(
    'footbath',
    filed(
      21,
      ({ say }) => say('“Foot bath drives out the cold and cures”', '足浴包宣称“祛病排寒”'),
      ({ say }) =>
        say(
          'Used for two weeks without any effect. Are such words allowed?',
          '因宣传的疗效购买，使用两周毫无效果，请查明此类宣传是否合规。',
        ),
      ({ say }) => say('Refund and an answer', '退款并答复'),
    ),
    assigned(20, 'chen'),
  ),
  complaint(
    'entry-fee',
    filed(
      9,
      ({ say }) => say('Paid 398 to become a “partner”', '交 398 元成为“合伙人”'),
      ({ say }) =>
        say(
          'I was told that I would earn from everyone I bring in. I want my money back.',
          '被告知拉人即可拿提成，交费后才知道要继续发展下级，要求退费。',
        ),
      ({ say }) => say('Refund of the entry fee of 398 yuan', '退还入门费 398 元'),
    ),
    accepted(6),
    {
      days_ago: 5,
      by: 'li',
      step: 'find_clue',
      data: ({ say }) => ({
        item: 'entry-fee',
        facts: say('Entry fee and pay for recruiting', '收取入门费并按发展人数计酬'),
      }),
    },
  ),
  complaint(
    'price',
    filed(
      2,
      ({ say }) => say('Crossed-out price was never charged', '划线价从未成交过'),
      ({ say }) =>
        say(
          'The listing says 99 yuan crossed out, 39 now. An older screenshot shows 39 as well.',
          '页面划线价 99 元、现价 39 元，但此前截图显示一直是 39 元。',
        ),
      ({ say }) => say('The difference back', '退还差价'),
    ),
  ),
];
