import type { Story } from '../story.ts';

/** Orders to put right what was found: two for the mall, one for a shop of the fair. */
export const orders: readonly Story[] = [
  {
    key: 'returns',
    kind: 'order',
    face: 'owner',
    parties: [{ face: 'subject', tenant: 'platform' }],
    acts: [
      {
        days_ago: 17,
        by: 'li',
        step: 'open',
        data: ({ say, inspection_id, findings }) => ({
          title: say('Returns within seven days refused', '拒绝七日无理由退货'),
          inspection_id,
          findings: [...findings('cn.return7.art31', 12)],
        }),
      },
      {
        days_ago: 16,
        by: 'li',
        step: 'issue',
        why: ({ say }) =>
          say(
            'Requests within seven days were refused without a ground the law knows.',
            '对七日内的退货申请，以法律未列明的理由拒绝。',
          ),
        data: ({ say, day }) => ({
          requirement: say(
            'Answer the requests found, and change the rule for returns.',
            '逐单处理所列申请，并修改退货规则。',
          ),
          basis: [say('Interim rules on seven-day returns', '网络购买商品七日无理由退货暂行办法')],
          due_on: day(2),
        }),
        approved_by: 'chen',
      },
      {
        days_ago: 15,
        by: 'li',
        step: 'serve',
        data: ({ say }) => ({ channel: say('electronic service', '电子送达') }),
      },
    ],
  },
  {
    key: 'reviews',
    kind: 'order',
    face: 'owner',
    parties: [{ face: 'subject', tenant: 'platform' }],
    acts: [
      {
        days_ago: 7,
        by: 'li',
        step: 'open',
        data: ({ say, inspection_id, findings }) => ({
          title: say('Planted reviews', '编造用户评价'),
          inspection_id,
          findings: [...findings('cn.aucl.planted-reviews', 20)],
        }),
      },
      {
        days_ago: 6,
        by: 'li',
        step: 'issue',
        why: ({ say }) =>
          say(
            'Reviews without an order behind them are shown as those of buyers.',
            '无对应订单的评价被作为购买者评价展示。',
          ),
        data: ({ say, day }) => ({
          requirement: say('Take them down and stop making them.', '清理并停止编造评价。'),
          basis: [say('Anti-Unfair Competition Law', '反不正当竞争法')],
          due_on: day(-9),
        }),
        approved_by: 'chen',
      },
      {
        days_ago: 5,
        by: 'li',
        step: 'serve',
        data: ({ say }) => ({ channel: say('electronic service', '电子送达') }),
      },
      {
        days_ago: 1,
        by: 'wu',
        step: 'report_cure',
        data: ({ say }) => ({
          text: say('All sixty were taken down on Friday.', '六十条评价已全部清理。'),
        }),
      },
    ],
  },
  {
    key: 'shop',
    kind: 'order',
    face: 'owner',
    parties: [
      { face: 'subject', tenant: 'operator' },
      { face: 'helper', tenant: 'fair' },
    ],
    acts: [
      {
        days_ago: 6,
        by: 'li',
        step: 'open',
        data: ({ say, fair_id, own_findings }) => ({
          title: say('Breaches found at the shop', '店铺违法行为限期改正'),
          inspection_id: fair_id,
          findings: [...own_findings(8)],
        }),
      },
      {
        days_ago: 5,
        by: 'li',
        step: 'issue',
        why: ({ say }) =>
          say(
            'The inspection of the fair found them at this shop.',
            '对直播集市的检查在该店铺发现上述行为。',
          ),
        data: ({ say, day }) => ({
          requirement: say(
            'Put right what is listed, and show the licence on the shop’s page.',
            '逐项改正所列行为，并在店铺首页公示营业执照信息。',
          ),
          basis: [say('E-Commerce Law, art. 15', '电子商务法第十五条')],
          due_on: day(-10),
        }),
        approved_by: 'chen',
      },
      {
        days_ago: 4,
        by: 'li',
        step: 'serve',
        data: ({ say }) => ({ channel: say('electronic service', '电子送达') }),
      },
    ],
  },
];
