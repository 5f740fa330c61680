import { fill } from '../model/localised.ts';
import { currencyOf } from '../model/money-units.ts';
import type { Localised } from '../model/localised.ts';
import type { ReportProvision } from '../model/report.ts';
import type { TableShape } from '../model/table-shape.ts';
import { columnsOf, isTableName, tables } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import type { Moment } from '../model/moment.ts';
import type { Verdict } from './facts/stages.ts';
import { evidenceWord } from './evidence-words.ts';
import { amount, grouped, same, visible } from './show.ts';
import { texts } from './texts.ts';

/** Words for the codes a report holds; an unknown code is shown as it is. */
const words: Readonly<Record<string, Localised>> = {
  pre: texts.stage_pre,
  in: texts.stage_in,
  after: texts.stage_after,
  line: texts.stage_line,
  breach: texts.verdict_breach,
  indication: texts.verdict_indication,
  no_breach: texts.verdict_no_breach,
  cannot_tell: texts.verdict_cannot_tell,
  high: texts.severity_high,
  medium: texts.severity_medium,
  low: texts.severity_low,
  error: texts.issue_error,
  warning: texts.issue_warning,
  info: texts.issue_info,
  verified: texts.confidence_verified,
  verified_secondary: texts.confidence_secondary,
  memory: texts.confidence_memory,
  law: texts.rank_law,
  administrative_regulation: texts.rank_regulation,
  departmental_rule: texts.rank_rule,
  judicial_opinion: texts.rank_opinion,
  standard: texts.rank_standard,
  sponsor: texts.tree_sponsor,
  placement: texts.tree_placement,
  charset: texts.assumed_charset,
  time_zone: texts.assumed_time_zone,
  money_unit: texts.assumed_money_unit,
  currency: texts.assumed_currency,
  mapping: texts.assumed_mapping,
  headcount: texts.base_headcount,
  entry_fee: texts.base_entry_fee,
  own_sale: texts.base_own_sale,
  downline_sale: texts.base_downline_sale,
  level_difference: texts.base_level_difference,
  open: texts.join_open,
  appointed: texts.join_appointed,
  spend_threshold: texts.join_spend_threshold,
  purchase: texts.join_purchase,
  fee: texts.join_fee,
  application: texts.join_application,
  operator: texts.bearer_operator,
  platform: texts.bearer_platform,
  promoter: texts.bearer_promoter,
  streamer: texts.bearer_streamer,
  advertiser: texts.bearer_advertiser,
  ad_publisher: texts.bearer_ad_publisher,
  live_room_operator: texts.bearer_live_room_operator,
  experimental: texts.status_experimental,
  tested: texts.status_tested,
  stable: texts.status_stable,
  superseded: texts.status_superseded,
  data_set: texts.data_set,
};

export function word(code: string): Localised {
  return Object.hasOwn(words, code) ? words[code]! : same(visible(code));
}

/** A verdict in words: a line is reached or not, a duty met or not. */
export function verdictLabel(verdict: Verdict, moment: Moment): Localised {
  if (moment !== 'line' || verdict === 'cannot_tell') return word(verdict);
  return verdict === 'breach' ? texts.line_reached : texts.line_not_reached;
}

/** How many findings a provision has, and of what kind. */
export function countLabel({ finds }: Pick<ReportProvision, 'finds'>, moment: Moment): Localised {
  if (finds === 'indication') return texts.indications_n;
  return moment === 'line' ? texts.line_reached_n : texts.does_not_meet_n;
}

/** What one row of a table is called, short enough to stand before an id. */
export function subjectLabel(name: string): Localised {
  const zh = tableLabel(name).zh.replace(/[,，;；(（].*$/s, '');
  return isTableName(name) ? { en: name.replaceAll('_', ' '), zh } : tableLabel(name);
}

/** What rows of a table are, as the data model says it. */
export function tableLabel(name: string): Localised {
  if (!isTableName(name)) return word(name);
  const { doc }: TableShape = tables[name];
  return doc;
}

/**
 * What an evidence column is called: as in its subject's table, else as in most tables; a day
 * `x_on` is called like the instant `x_at` it was taken from. Null where nothing names it.
 */
export function columnLabel(name: string, subject: TableName | 'data_set'): Localised | null {
  if (name === 'act_on') return texts.act_on;
  const named = docIn([subject, 'network_member'], name) ?? evidenceWord(name);
  return named ?? docIn(tableNames, name) ?? docIn(tableNames, name.replace(/_on$/, '_at'));
}

/** The words most of some tables have for a column. */
function docIn(names: readonly string[], column: string): Localised | null {
  const docs = names.filter(isTableName).flatMap((name) => columnsOf(name).get(column)?.doc ?? []);
  const [most] = [...Map.groupBy(docs, ({ zh }) => zh).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  const doc = most?.[0];
  return doc ? withoutAside(doc) : null;
}

/** What the model adds after a semicolon tells a mapper when it is null, not a reader. */
function withoutAside({ en, zh }: Localised): Localised {
  return { en: en.replace(/;.*$/, ''), zh: zh.replace(/[;；].*$/, '') };
}

const tableNames = Object.keys(tables);

/** A need ('table', 'table rows' or 'table.column') in words. */
export function needLabel(need: string): Localised {
  if (need === 'review') return texts.need_review;
  if (need === 'calendar') return texts.need_calendar;
  if (need === 'data_set') return texts.need_data_set;
  const [, currency] = /^currency ([A-Z]{3})$/.exec(need) ?? [];
  if (currency !== undefined) return inCurrency(currency);
  const [table = '', column] = need.replace(/ rows$/, '').split('.');
  if (!isTableName(table)) return same(visible(need));
  const name = subjectLabel(table);
  if (need.endsWith(' rows')) return filled(texts.need_rows, name);
  if (column === undefined) return filled(texts.need_table, name);
  const doc = withoutAside(columnsOf(table).get(column)?.doc ?? same(visible(column)));
  return {
    en: fill(texts.need_column.en, { table: name.en, column: doc.en }),
    zh: fill(texts.need_column.zh, { table: name.zh, column: doc.zh }),
  };
}

function inCurrency(currency: string): Localised {
  const { en, zh } = texts.need_currency;
  return { en: fill(en, { currency }), zh: fill(zh, { currency }) };
}

function filled(text: Localised, table: Localised): Localised {
  return { en: fill(text.en, { table: table.en }), zh: fill(text.zh, { table: table.zh }) };
}

/** A parameter's value with its unit, as `Report` states it: '30 person', '250000000 fen'. */
export function parameterLabel(value: string): Localised {
  const [, number, unit = ''] = /^(-?\d+(?:\.\d+)?) (\w+)$/.exec(value) ?? [];
  if (number === undefined) return same(visible(value.replace(/ pattern$/, '')));
  const currency = currencyOf(unit);
  if (currency !== null) return amount(number, { currency, minor_units: 100 });
  const word = Object.hasOwn(units, unit) ? units[unit]! : same(unit);
  return { en: `${grouped(number)} ${word.en}`, zh: `${grouped(number)} ${word.zh}` };
}

const units: Readonly<Record<string, Localised>> = {
  day: texts.unit_day,
  level: texts.unit_level,
  month: texts.unit_month,
  percent: { en: '%', zh: '%' },
  person: texts.unit_person,
};
