import type { Story } from '../story.ts';

const owner = 'li' as const;

/** What the bureau takes up: a report, a case out of it, an order, a draw. */
export const cases: readonly Story[] = [
  {
    key: 'report',
    kind: 'report',
    face: 'owner',
    parties: [{ face: 'applicant', tenant: 'association' }],
    acts: [
      {
        days_ago: 27,
        by: owner,
        step: 'open',
        data: ({ say }) => ({
          title: say('Report: pay for recruiting in a mall', '举报：某商城按拉人头计酬'),
          facts: say(
            'Members pay 398 yuan to join and are paid for whom they bring in.',
            '会员缴纳 398 元加入，按发展下级人数逐级计提报酬。',
          ),
          named: true,
        }),
      },
      {
        days_ago: 26,
        by: owner,
        step: 'assign',
        data: () => ({ user_id: 'demo-li' }),
      },
      {
        days_ago: 14,
        by: owner,
        step: 'open_case',
        data: ({ matter }) => ({ matter_id: matter('case') }),
        approved_by: 'chen',
      },
      { days_ago: 12, by: owner, step: 'tell' },
    ],
  },
  {
    key: 'case',
    kind: 'case',
    face: 'owner',
    parties: [{ face: 'subject', tenant: 'platform' }],
    acts: [
      {
        days_ago: 20,
        by: owner,
        step: 'open',
        data: ({ say, day }) => ({
          title: say(
            'Chengguo Mall: suspected pay for recruiting',
            '橙果优选商城涉嫌以发展人员数量计酬',
          ),
          source: 'report',
          facts: say(
            'The inspected database shows entry fees and pay by heads.',
            '协会举报；对调取数据库的检查显示存在入门费与按人头计酬。',
          ),
          clue_on: day(27),
        }),
      },
      {
        days_ago: 15,
        by: owner,
        step: 'open_case',
        data: () => ({ officers: ['demo-li', 'demo-chen'] }),
        approved_by: 'chen',
      },
      {
        days_ago: 13,
        by: owner,
        step: 'add_evidence',
        data: ({ say }) => ({
          what: say('Database dump of the mall', '商城数据库转储文件'),
          lawful_basis: say('Procedure for penalties, art. 25', '行政处罚程序规定第二十五条'),
          files: ['0'.repeat(63).concat('1')],
        }),
      },
      {
        days_ago: 4,
        by: owner,
        step: 'note',
        data: ({ say }) => ({
          text: say(
            'The counting profiles differ; ask for the identity tables.',
            '各计数口径下首名候选人以下人数不一，需调取实名数据复核。',
          ),
        }),
      },
    ],
  },
  {
    key: 'draw',
    kind: 'draw',
    face: 'owner',
    parties: [{ face: 'helper', tenant: 'association' }],
    acts: [
      {
        days_ago: 11,
        by: owner,
        step: 'open',
        data: ({ say }) => ({
          title: say('Fourth quarter: livestream shops', '第四季度直播店铺双随机抽查'),
          plan: say(
            'Ten of 240 shops, two inspectors each',
            '240 户中抽取 10 户，每户两名检查人员',
          ),
        }),
      },
      {
        days_ago: 10,
        by: owner,
        step: 'commit_lists',
        data: () => ({
          subjects_digest: 'a'.repeat(64),
          subjects: 240,
          inspectors_digest: 'b'.repeat(64),
          inspectors: 18,
          drawn: 10,
          inspectors_each: 2,
        }),
      },
    ],
  },
];
