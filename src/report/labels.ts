import { fill } from '../model/localised.ts';
import type { Localised } from '../model/localised.ts';
import type { TableShape } from '../model/table-shape.ts';
import { columnsOf, isTableName, tables } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import type { Moment, Verdict } from './facts/stages.ts';
import { same, visible } from './show.ts';
import { texts } from './texts.ts';

/** Words for the codes a report holds; an unknown code is shown as it is. */
const words: Readonly<Record<string, Localised>> = {
  pre: texts.stage_pre,
  in: texts.stage_in,
  after: texts.stage_after,
  line: texts.stage_line,
  breach: texts.verdict_breach,
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

/** What an evidence column is called: as in its subject's table, else as in most tables. */
export function columnLabel(name: string, subject: TableName | 'data_set'): Localised {
  if (name === 'act_on') return texts.act_on;
  for (const table of [subject, 'network_member'].filter(isTableName)) {
    const column = columnsOf(table).get(name);
    if (column) return column.doc;
  }
  const docs = tableNames.flatMap((table) => columnsOf(table).get(name)?.doc ?? []);
  const [most] = [...Map.groupBy(docs, ({ zh }) => zh).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  return most?.[0] ?? same(visible(name));
}

const tableNames = Object.keys(tables).filter(isTableName);

/** A need ('table', 'table rows' or 'table.column') in words. */
export function needLabel(need: string): Localised {
  const [table = '', column] = need.replace(/ rows$/, '').split('.');
  if (!isTableName(table)) return same(visible(need));
  const name = subjectLabel(table);
  if (need.endsWith(' rows')) return filled(texts.need_rows, name);
  if (column === undefined) return filled(texts.need_table, name);
  const doc = columnsOf(table).get(column)?.doc ?? same(visible(column));
  return {
    en: fill(texts.need_column.en, { table: name.en, column: doc.en }),
    zh: fill(texts.need_column.zh, { table: name.zh, column: doc.zh }),
  };
}

function filled(text: Localised, table: Localised): Localised {
  return { en: fill(text.en, { table: table.en }), zh: fill(text.zh, { table: table.zh }) };
}
