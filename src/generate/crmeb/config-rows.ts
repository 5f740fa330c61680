import type { DumpRow } from '../mysql-dump.ts';

/** A commission plan as CRMEB's settings state it. */
export interface CrmebPlan {
  readonly site_name: string;
  /** 1 appointed, 2 everybody, 3 whoever has spent `spend_to_join`. */
  readonly mode: 1 | 2 | 3;
  readonly spend_to_join: number;
  /** Percent of the goods' price to the recruiter and to the recruiter's recruiter. */
  readonly one_percent: number;
  readonly two_percent: number;
  readonly levels: 1 | 2;
  /** Yuan per recruit; 0 switches it off. */
  readonly per_recruit: number;
  /** Whether paid memberships earn commission. */
  readonly on_membership: boolean;
}

export function configRows(plan: CrmebPlan): DumpRow[] {
  const settings: [string, string | number, string][] = [
    ['site_name', plan.site_name, '商城名称'],
    ['brokerage_func_status', 1, '分销开关'],
    ['store_brokerage_statu', plan.mode, '分销模式'],
    ['store_brokerage_price', plan.spend_to_join, '满额分销金额'],
    ['brokerage_level', plan.levels, '分销层数'],
    ['store_brokerage_ratio', plan.one_percent, '一级比例'],
    ['store_brokerage_two', plan.two_percent, '二级比例'],
    ['brokerage_user_status', plan.per_recruit > 0 ? 1 : 0, '拉新奖励开关'],
    ['uni_brokerage_price', plan.per_recruit, '每拉新一人奖励'],
    ['is_self_brokerage', 0, '自购返佣'],
    ['member_brokerage', plan.on_membership ? 1 : 0, '付费会员参与分佣'],
    ['extract_time', 7, '佣金冻结天数'],
    ['member_func_status', 1, '会员等级开关'],
  ];
  return settings.map(([menu_name, value, info], i) => ({
    id: i + 1,
    menu_name,
    type: 'text',
    input_type: 'input',
    config_tab_id: 1,
    value: JSON.stringify(String(value)),
    info,
    status: 1,
  }));
}
