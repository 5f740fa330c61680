import type { Localised } from '../../model/localised.ts';
import { declaredKey, enough } from './assign-columns.ts';
import { matchColumn } from './match-column.ts';
import type { Survey, SurveyedTable } from './survey.ts';
import { recruiterTerms, memberSynonyms } from './synonyms-member.ts';
import { called } from './synonym-types.ts';
import { commentHead, likeness, mentions, terms, toWords } from './words.ts';
import type { Words } from './words.ts';

export interface MemberScore {
  readonly source: SurveyedTable;
  readonly score: number;
  readonly reasons: readonly Localised[];
}

const names = terms(
  `
    member, user, customer, account, distributor, participant, affiliate, people, person, buyer,
    system user member, user member, member user, customer entity, fck, huiyuan, yonghu, kehu,
    member ship list, mlm user, mlm member, associate, consultant, rep, representative,
    subscriber, promoter, ibo, enrollee, agent, partner, consumer, shop user, app user, vip,
    profile, dealer,
    会员, 用户, 客户, 会员信息, 用户信息, 会员资料, 经销商, 代理商, 代理, 会员名单, 会员花名册, 名单, 人员, 成员, 用户主, 推广员, 分销商, 会员列表,
    会员主`,
);

/** Words beside the name: tables about members, staff tables, tables of other things. */
const never = terms(
  `
    admin, staff, employee, system user, sys user, manager, operator, role, menu, permission,
    log, address, level, grade, coupon, group, tag, label, sign, bill, token, auth, login,
    visit, cart, collect, favorite, order, recharge, extract, withdraw, card, bank, integral,
    point, score, message, notice, invoice, rel, type, category, config, setting, statistic,
    stat, freeze, bonus, commission, money, task, search, footprint, history, feedback, right,
    benefit, rank, attr, balance, verify, session, dept, department, organization, org, enter,
    brokerage, back, client secret, subscribe, read, link, relation, apply, dialog, service,
    extend field, product, good, comment, review, category, region, shop, store, device, spread,
    article, 管理员, 后台, 员工, 职员, 地址, 等级, 优惠券, 分组, 标签, 签到, 日志, 角色, 部门, 订单, 充值, 提现, 积分, 余额, 消息, 浏览,
    收藏, 银行, 配置, 佣金, 奖金, 商品, 关系, 系统用户, 操作员, 关联, 记录, 明细, 流水, 申请, 组织, 评论`,
);

const backOffice = called(
  `
    role id, role, roles, dept id, department id, is super, is admin, permission, menu, rules,
    role ids, post id, job, salary, employee no, 角色, 部门, 岗位, 工号, 权限`,
);

const person = {
  phone: memberSynonyms.account_link?.['phone'],
  nickname: called(
    `
      nickname, nick name, nick, real name, realname, full name, first name, true name, name,
      user name, username, xingming, nicheng, 昵称, 姓名, 真实姓名, 会员姓名, 用户名, 名称`,
  ),
  password: called(
    `
      password, pwd, passwd, pass, pay password, password hash, mima, user pass, 密码, 登录密码, 支付密码`,
  ),
  avatar: called(`
    avatar, head img, headimgurl, head image, head pic, headimg, 头像, photo`),
  openid: called('openid, open id, unionid, union id, wx openid, 微信'),
  birthday: called(`
    birthday, birth, gender, sex, 性别, 生日, email, e mail, email address, 邮箱`),
  wallet: called(
    `
      balance, now money, money, user money, account balance, wallet, integral, points, credit,
      余额, 积分, 奖金币, 电子币`,
  ),
  level: memberSynonyms.member?.['tier'],
  joined: called(
    `
      reg time, register time, join time, join date, reg date, last login, login time,
      last login time, registered at, enrollment date, 注册时间, 加入时间, 入会时间`,
  ),
} as const;

/** Ranks the tables that could hold the members, best first. */
export function rankMemberTables(survey: Survey): MemberScore[] {
  const referrers = countReferrers(survey);
  return survey.tables
    .flatMap((source) => scoreMemberTable(source, referrers) ?? [])
    .toSorted((a, b) => b.score - a.score || b.source.table.rows_read - a.source.table.rows_read);
}

function scoreMemberTable(
  source: SurveyedTable,
  referrers: (source: SurveyedTable, key: string) => number,
): MemberScore | null {
  const { table, words, strip } = source;
  const name = nameScore(words);
  const comment = table.comment === null ? 0 : nameScore(tableComment(table.comment));
  if (name < 0 && comment <= 0.9) return null;
  const says = (what: Parameters<typeof matchColumn>[1] | undefined): boolean =>
    what !== undefined && table.columns.some((c) => matchColumn(c, what, strip).score >= 0.7);
  const traits = Object.entries(person)
    .filter(([, what]) => says(what))
    .map(([trait]) => trait);
  const recruiter = (['sponsor', 'placement', 'neutral'] as const).some((tree) =>
    table.columns.some((c) => matchColumn(c, recruiterTerms[tree], strip).score >= 0.65),
  );
  const office = table.columns.filter((c) => matchColumn(c, backOffice, strip).score >= 0.9).length;
  const key = declaredKey(source);
  const referred = key === null ? 0 : referrers(source, key);
  const named = Math.max(name, comment * 0.95);
  if (named < enough && !(recruiter && traits.length >= 2) && traits.length < 5) return null;
  const score =
    3 * Math.max(0, named) +
    0.5 * traits.length +
    (recruiter ? 1.2 : 0) -
    1.2 * office +
    Math.min(2.5, 0.5 * referred) +
    0.3 * Math.log10(1 + table.rows_read) +
    (key === null && table.primary_key.length > 1 ? -1 : 0);
  if (score < 2.2) return null;
  return { source, score, reasons: explain(named, traits, recruiter, referred) };
}

function explain(
  named: number,
  traits: string[],
  recruiter: boolean,
  referred: number,
): Localised[] {
  return [
    { en: `table name (${named.toFixed(2)})`, zh: `表名（${named.toFixed(2)}）` },
    { en: `describes people: ${traits.join(', ')}`, zh: `含人员特征列：${traits.join('、')}` },
    ...(recruiter ? [{ en: 'has a recruiter column', zh: '含推荐人列' }] : []),
    { en: `${referred} tables refer to its key`, zh: `${referred} 张表引用其主键` },
  ];
}

function tableComment(comment: string): Words {
  return commentHead(comment.replace(/(信息|数据|主|资料)?表$/u, ''));
}

function nameScore(words: Words): number {
  if (names.some((term) => term.joined === words.joined)) return 1;
  if (never.some((term) => mentions(words, term))) return -1;
  return names.reduce((top, term) => {
    const score = likeness(words, term);
    const ends = term.han || words.tokens.at(-1) === term.tokens.at(-1);
    return Math.max(top, ends ? score : score * 0.75);
  }, 0);
}

/** How many other tables have a column that names this table's key: uid, user_id, 会员编号. */
function countReferrers(survey: Survey): (source: SurveyedTable, key: string) => number {
  const tablesWith = new Map<string, Set<string>>();
  for (const { table } of survey.tables) {
    for (const column of table.columns) {
      const name = toWords(column.name).joined;
      const set = tablesWith.get(name) ?? new Set();
      tablesWith.set(name, set.add(table.name));
    }
  }
  return ({ table, words }, key) => {
    const keyWords = toWords(key).joined;
    const stem = words.joined;
    const last = words.tokens.at(-1) ?? stem;
    const forms = new Set([
      `${stem}id`,
      `${last}id`,
      `${stem}no`,
      ...(keyWords === 'id' ? [] : [keyWords]),
    ]);
    if (/user|member|会员|用户/.test(stem))
      ['userid', 'uid', 'memberid', '会员编号'].forEach((f) => forms.add(f));
    const found = new Set([...forms].flatMap((form) => [...(tablesWith.get(form) ?? [])]));
    found.delete(table.name);
    return found.size;
  };
}
