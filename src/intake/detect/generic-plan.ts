import { sqlName } from '../../engine/duckdb.ts';
import type { Localised } from '../../model/localised.ts';
import type { PlanRuleSource, PlanSource, SettingValue } from '../map/plan-source.ts';
import type { TableMapping } from '../mapping.ts';
import { declaredKey } from './assign-columns.ts';
import { matchColumn } from './match-column.ts';
import type { Survey, SurveyedTable } from './survey.ts';
import { called } from './synonym-types.ts';
import { mentions, terms } from './words.ts';

/** A commission plan found in unknown software: settings by name, or rates in a table of ranks. */
export interface GenericPlan {
  readonly plan: PlanSource | null;
  readonly entries: readonly TableMapping[];
  readonly reasons: readonly Localised[];
}

const planId = 'detected';
const commission =
  /brokerage|commission|distribut|fenxiao|rebate|fanyong|yongjin|referral|affiliate|佣|分销|提成|返利/i;
const recruiting = /recruit|invite|referral|tuijian|推荐|邀请|直推|拉新/i;
const bounty = /reward|bonus|price|money|amount|奖/i;
const switched = /open|enable|switch|is_|status$|statu$|开关|启用|是否/i;
const rated = /rate|ratio|percent|scale|比例|commission|brokerage|佣金|提成|_1$|_2$|_3$/i;
const notRated =
  /time|day|date|type|withdraw|extract|bank|min|max|limit|money|price|text|img|level$|时间|提现|天/i;
const depths: readonly (readonly [RegExp, number])[] = [
  [/third|three|(?<!\d)3(?!\d)|三级|三代/i, 3],
  [/second|two|(?<!\d)2(?!\d)|二级|二代/i, 2],
  [/first|one|(?<!\d)1(?!\d)|direct|ratio$|rate$|一级|一代|直推/i, 1],
];

const settingTables = terms(
  `
    config, setting, option, param, parameter, system config, 配置, 设置, 参数, 系统设置`,
);
const keyTerms = called(
  `
    key, name, config key, config name, menu name, code, option name, setting key, param key,
    key name, varname, only tag, 参数名, 键, 配置项, 名称, 参数键, 变量名`,
  'title, keyword',
  'value, desc, remark',
);
const valueTerms = called(
  `
    value, config value, option value, setting value, val, param value, key value, 参数值, 值, 配置值,
    内容`,
  'content, data',
);
const rankTables = terms(
  `
    level, grade, rank, distribution level, agent level, member level, package, 等级, 级别, 代理等级,
    会员等级`,
);
const rankName = called(
  'name, title, level name, grade name, rank name, 名称, 等级名称, 级别',
  'level',
);

export async function genericPlan(survey: Survey): Promise<GenericPlan> {
  for (const source of survey.tables) {
    if (source.table.rows_read === 0 || !named(source, settingTables)) continue;
    const plan = await planOfSettings(survey, source);
    if (plan !== null) return { plan, entries: [], reasons: [because(source.table.name)] };
  }
  for (const source of survey.tables) {
    if (source.table.rows_read === 0 || !named(source, rankTables)) continue;
    const entries = await planOfRanks(source);
    if (entries.length > 0) return { plan: null, entries, reasons: [because(source.table.name)] };
  }
  return { plan: null, entries: [], reasons: [] };
}

function named({ words }: SurveyedTable, list: ReturnType<typeof terms>): boolean {
  return list.some((term) => mentions(words, term));
}

function because(table: string): Localised {
  return {
    en: `"${table}" holds rates named like a commission plan`,
    zh: `“${table}”中有以佣金方案命名的比例`,
  };
}

async function planOfSettings(survey: Survey, source: SurveyedTable): Promise<PlanSource | null> {
  const pick = (what: typeof keyTerms): string | undefined =>
    source.table.columns
      .map((column) => ({
        name: column.name,
        score: matchColumn(column, what, source.strip).score,
      }))
      .filter(({ score }) => score >= 0.5)
      .toSorted((a, b) => b.score - a.score)[0]?.name;
  const [key, value] = [pick(keyTerms), pick(valueTerms)];
  if (key === undefined || value === undefined || key === value) return null;
  const rows = await survey.engine.rows(`
    SELECT trim(${sqlName(key)}) AS k, trim(${sqlName(value)}, ' "') AS v
    FROM ${sqlName(source.table.relation)} WHERE length(${sqlName(value)}) < 40 ORDER BY _row`);
  const settings = rows
    .map((row) => [String(row['k']), String(row['v'])] as const)
    .filter(([name]) => commission.test(name) || recruiting.test(name));
  const rules = settings.flatMap(([name, text]) => ruleOf(name, text) ?? []);
  if (rules.length === 0) return null;
  const open = settings.find(
    ([name, text]) => switched.test(name) && /^(0|1|true|false|on|off)$/i.test(text),
  );
  return {
    plan_id: planId,
    name: source.table.name,
    settings: { table: source.table.name, key, value },
    fields: open === undefined ? {} : { enabled: { setting: open[0] } },
    rules,
  };
}

/** A setting that states a rate per level, or a sum for each recruit. */
function ruleOf(setting: string, text: string): PlanRuleSource | null {
  const number = Number(text.replace(/%$/, ''));
  if (!Number.isFinite(number) || number <= 0) return null;
  if (recruiting.test(setting) && bounty.test(setting) && !rated.test(setting)) {
    const amount_minor: SettingValue = { setting, as: 'money_major' };
    return { base: 'headcount', depth: 1, amount_minor };
  }
  const depth = depths.find(([pattern]) => pattern.test(setting))?.[1];
  if (depth === undefined || number > 100 || !rated.test(setting) || notRated.test(setting)) {
    return null;
  }
  return { base: 'downline_sale', depth, rate: { setting, as: number >= 1 ? 'percent' : 'ratio' } };
}

/** Rates as columns of a table of ranks: one rule per rank and level. */
async function planOfRanks(source: SurveyedTable): Promise<TableMapping[]> {
  const profiles = await source.profiles();
  const key = declaredKey(source);
  const tier = source.table.columns.find(
    (column) => matchColumn(column, rankName, source.strip).score >= 0.8,
  )?.name;
  const from = source.table.name;
  const rates = source.table.columns.flatMap((column) => {
    const said = `${column.name} ${column.comment ?? ''}`;
    const profile = profiles.get(column.name);
    const depth = depths.find(([pattern]) => pattern.test(said))?.[1];
    const numbers = profile !== undefined && profile.numbers === profile.filled;
    const rate = rated.test(said) && !notRated.test(column.name) && commissionLike(said);
    if (depth === undefined || !rate || !numbers || (profile.median ?? 101) > 100) return [];
    return [{ column: column.name, depth, percent: (profile.median ?? 0) >= 1 }];
  });
  if (rates.length === 0 || key === null) return [];
  const plan: TableMapping = {
    table: 'plan',
    from,
    columns: { plan_id: { value: planId }, name: { value: from } },
  };
  const rules = rates.map(({ column, depth, percent }): TableMapping => ({
    table: 'plan_rule',
    from,
    columns: {
      rule_id: { column: key, prefix: `${column}:` },
      plan_id: { value: planId },
      base: { value: 'downline_sale' },
      depth: { value: String(depth) },
      rate: { column, as: percent ? 'percent' : 'ratio' },
      ...(tier !== undefined && { tier: { column: tier } }),
    },
  }));
  return [plan, ...rules];
}

function commissionLike(said: string): boolean {
  return commission.test(said) || /rate|ratio|percent|比例/i.test(said);
}
