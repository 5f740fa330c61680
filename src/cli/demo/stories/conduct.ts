import type { Story } from '../story.ts';

/** What the platform, the association and the bureau ask of an operator. */
export const conduct: readonly Story[] = [
  {
    key: 'remove',
    kind: 'measure',
    face: 'owner',
    parties: [{ face: 'subject', tenant: 'operator' }],
    acts: [
      {
        days_ago: 19,
        by: 'wu',
        step: 'open',
        data: ({ say }) => ({
          title: say('Foot bath: medical words', '足浴包商品：医疗用语'),
          facts: say('Listing 21 promises an effect on illness.', '商品 21 的文案宣称疗效。'),
        }),
      },
      {
        days_ago: 18,
        by: 'wu',
        step: 'decide',
        why: ({ say }) =>
          say(
            'The text of listing 21 promises an effect on illness for ordinary goods.',
            '商品 21 为普通商品，文案宣称对疾病的疗效。',
          ),
        data: ({ say }) => ({
          measure: 'remove_listing',
          facts: say('“Drives out the cold, helps a cure”', '“祛病排寒，配合疗程效果更好”'),
          grounds: say('Words of cure for ordinary goods', '普通商品使用医疗用语'),
          basis: [say('Advertising Law, art. 17', '广告法第十七条')],
          appeal_path: say('Appeal within 15 days', '可在十五日内提出申诉'),
          shop: say('Shanye Bath & Body', '山野洗护用品店'),
          found_by_machine: true,
        }),
        approved_by: 'he',
      },
      {
        days_ago: 18,
        by: 'wu',
        step: 'notify',
        data: ({ say }) => ({ channel: say('message in the shop console', '商家后台消息') }),
      },
      {
        days_ago: 18,
        by: 'wu',
        step: 'publish',
        data: () => ({ url: 'https://mall.example/measures/21' }),
      },
    ],
  },
  {
    key: 'appeal',
    kind: 'appeal',
    face: 'applicant',
    parties: [{ face: 'owner', tenant: 'platform' }],
    acts: [
      {
        days_ago: 12,
        by: 'qian',
        step: 'open',
        data: ({ say, matter }) => ({
          title: say('Appeal: foot bath taken down', '申诉：足浴包商品下架'),
          measure_id: matter('remove'),
          grounds: say(
            'The words came from the supplier; the text has been changed since.',
            '文案由供货方提供，现已修改，请恢复上架。',
          ),
        }),
      },
    ],
  },
  {
    key: 'limit',
    kind: 'measure',
    face: 'owner',
    parties: [{ face: 'subject', tenant: 'operator' }],
    acts: [
      {
        days_ago: 1,
        by: 'wu',
        step: 'open',
        data: ({ say }) => ({
          title: say('Added sales figures', '虚增销量展示'),
          facts: say('Shown sales are far above actual sales.', '展示销量远高于实际销量。'),
        }),
      },
    ],
  },
  {
    key: 'notice',
    kind: 'notice',
    face: 'owner',
    parties: [{ face: 'subject', tenant: 'platform' }],
    acts: [
      {
        days_ago: 16,
        by: 'zhao',
        step: 'open',
        data: ({ say }) => ({
          title: say('Reviews that look planted', '疑似刷评的商品评价'),
          facts: say(
            'Sixty reviews were written by accounts that bought nothing.',
            '六十条评价来自未购买账号。',
          ),
        }),
      },
      {
        days_ago: 15,
        by: 'zhao',
        step: 'send',
        why: ({ say }) =>
          say(
            'The standard asks members to publish true reviews.',
            '团体标准要求会员如实展示评价。',
          ),
        data: ({ say, day }) => ({
          standard: [say('Group-buying standard, 5.3', '社区团购服务规范 5.3')],
          asks: say('Remove them and tell how they came in', '清理并说明来源'),
          answer_by: day(-5),
        }),
        approved_by: 'sun',
      },
    ],
  },
  {
    key: 'recall',
    kind: 'recall',
    face: 'subject',
    parties: [
      { face: 'owner', tenant: 'regulator' },
      { face: 'helper', tenant: 'platform' },
    ],
    acts: [
      {
        days_ago: 23,
        by: 'qian',
        step: 'open',
        data: ({ say }) => ({
          title: say('Baby shampoo: preservative', '婴儿洗发露：防腐剂超标'),
          product: say('Baby shampoo, 300 ml', '婴儿洗发露 300 毫升'),
          lots: ['20260611', '20260612'],
          defect: say('More preservative than the standard allows', '防腐剂含量高于标准限值'),
        }),
      },
      { days_ago: 22, by: 'qian', step: 'stop_sale', data: () => ({ listings: ['7'] }) },
      {
        days_ago: 20,
        by: 'qian',
        step: 'file_plan',
        data: ({ say }) => ({
          plan: say('Refund on return; message to all buyers', '通知全部购买者，退货退款'),
          plan_digest: 'c'.repeat(64),
          affected: 412,
        }),
      },
      {
        days_ago: 8,
        by: 'qian',
        step: 'tell_consumers',
        data: ({ say }) => ({
          channel: say('Messages and a notice in the shop', '站内信与店铺公告'),
          affected: 412,
          reached: 388,
          returned: 131,
        }),
      },
    ],
  },
];
