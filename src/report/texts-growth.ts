import type { Localised } from '../model/localised.ts';

/** How the network came to be what it is; none of it is a finding. */
export const growthTexts = {
  no_moves: {
    en:
      'The data record no change of upline, so dates assume that everybody always had the ' +
      'present one.',
    zh: '数据中没有上级变更记录，各达标日期按现有推荐关系推算，视为推荐关系自始未变。',
  },
  moves: {
    en:
      '{movers} members changed their upline at least once. In the structures they moved in ' +
      '({members} members) dates follow the tree as it stood on each day: who moves takes along ' +
      'everybody below, who leaves takes them away.',
    zh:
      '{movers} 名会员至少变更过一次上级。其所涉网络（共 {members} 名会员）的达标日期按每日当时的推荐关系' +
      '计算：改绑时整条下线随之转入，转出时随之扣除。',
  },
} as const satisfies Record<string, Localised>;
