import type { Localised } from '../../model/localised.ts';
import type { Survey, SurveyedTable } from './survey.ts';
import { mentions, terms } from './words.ts';

const kinds: readonly (readonly [ReturnType<typeof terms>, Localised])[] = [
  [
    terms(
      `
        admin, staff, employee, manager, sys user, system user, operator, role, permission,
        auth, menu, node rule, 管理员, 员工, 角色, 权限, 菜单, 后台`,
    ),
    { en: 'staff accounts and permissions, not members', zh: '后台人员与权限，不是会员' },
  ],
  [
    terms(
      `
        log, session, queue, job, task, cache, lock, migration, failed job, undo log,
        history entry, captcha, token, sms, mail, message, notice, notification, 日志, 任务, 缓存,
        验证码, 短信, 消息, 通知`,
    ),
    { en: 'system log, queue or messages', zh: '系统日志、队列或消息' },
  ],
  [
    terms(
      `
        config, setting, dict, dictionary, region, area, city, province, district, address,
        express, bank, category, cate, type, tag, label, attr, attribute, spec, brand, unit,
        template, tpl, nav, menu, banner, ad, advert, icon, theme, page, diy, group data, level,
        grade, rule, country, currency, channel, zone, 字典, 地区, 配置, 设置, 分类, 模板, 广告, 等级, 品牌, 规格,
        标签`,
    ),
    { en: 'dictionary or configuration', zh: '字典或配置' },
  ],
  [
    terms(
      `
        cart, collect, favorite, favourite, footprint, visit, browse, search, keyword, sign,
        coupon, integral, point, lottery, bargain, seckill, pink, combination, activity,
        statistic, stat, 购物车, 收藏, 足迹, 签到, 优惠券, 积分, 活动, 抽奖, 统计, 秒杀, 砍价, 拼团`,
    ),
    {
      en: 'shopping aids and promotions without a canonical counterpart',
      zh: '购物辅助与促销，无对应标准表',
    },
  ],
];

const noRows: Localised = { en: 'has no rows', zh: '无数据行' };

/** Why a raw table takes no part; every table is used or has a reason. */
export function skipReason(
  source: SurveyedTable,
  survey: Survey,
  nearest: { readonly table: string; readonly score: number } | undefined,
): Localised {
  if (source.table.rows_read === 0) return noRows;
  const kind = kinds.find(([words]) => words.some((word) => mentions(source.words, word)));
  if (kind !== undefined) return kind[1];
  if (nearest !== undefined) {
    const score = nearest.score.toFixed(2);
    return {
      en: `another table serves "${nearest.table}" better (this one: ${score})`,
      zh: `标准表“${nearest.table}”已有更合适的来源（本表得分 ${score}）`,
    };
  }
  return survey.tables.length === 1
    ? { en: 'no canonical table recognised in its columns', zh: '未能从其列识别出任何标准表' }
    : { en: 'no canonical counterpart recognised', zh: '未识别出对应的标准表' };
}
