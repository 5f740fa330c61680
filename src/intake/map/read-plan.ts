import { sqlName, sqlText, sqlValue } from '../../engine/duckdb.ts';
import type { SqlEngine } from '../../engine/sql-engine.ts';
import type { EvidenceValue } from '../../model/provision.ts';
import type { IssueLog } from '../../model/issue.ts';
import { columnsOf } from '../../model/tables.ts';
import type { TableName } from '../../model/tables.ts';
import { noneOf, readingOf } from './default-reading.ts';
import type { MapContext } from './map-context.ts';
import type { LoadedTable } from './load-table.ts';
import { loadedRelation } from './loaded-relation.ts';
import type { PlanRuleSource, PlanSource, SettingValue } from './plan-source.ts';
import { conditionsHold, readSettings, settingText } from './read-settings.ts';
import type { Setting } from './read-settings.ts';
import type { PlaceOf } from './report-oddities.ts';
import { nestedSql } from './sql-step.ts';
import { preparing, valueSql } from './sql-value.ts';
import type { StagedInput } from './staged-input.ts';

type Accounts = Readonly<Partial<Record<TableName, LoadedTable>>>;
type Row = Record<string, EvidenceValue>;

/** What reading one plan needs at hand. */
interface PlanReader {
  readonly engine: SqlEngine;
  readonly source: PlanSource;
  readonly settings: ReadonlyMap<string, Setting>;
  readonly context: MapContext;
  readonly log: IssueLog;
  readonly placeOf: PlaceOf;
}

/**
 * Adds the plan that the configuration states to `mapped_plan` and `mapped_plan_rule`, which may
 * already hold rules read from a table of ranks. The settings are quoted in `plan.statement`.
 * Returns the two tables' new accounts; none when the data state no plan.
 */
export async function loadPlan(
  stage: StagedInput,
  source: PlanSource,
  context: MapContext,
  accounts: Accounts,
  log: IssueLog,
  placeOf: PlaceOf,
): Promise<Accounts> {
  const settings = await readSettings(stage, source);
  const reader = { engine: stage.engine, source, settings, context, log, placeOf };
  const rules: Row[] = [];
  for (const [i, rule] of source.rules.entries()) {
    const row = await ruleRow(reader, rule, i + 1);
    if (row !== null) rules.push(row);
  }
  await insert(stage.engine, 'plan_rule', rules);
  const ranks = await rankRules(stage.engine, source);
  if (settings.size === 0 && ranks.length === 0) return {};
  const plan = await planRow(reader, rules, ranks);
  await insert(stage.engine, 'plan', [plan]);
  return {
    plan: grown(accounts.plan, 'plan', [plan]),
    plan_rule: grown(accounts.plan_rule, 'plan_rule', rules),
  };
}

async function planRow(
  reader: PlanReader,
  rules: readonly Row[],
  ranks: readonly Row[],
): Promise<Row> {
  const { source, settings } = reader;
  const row: Row = { plan_id: source.plan_id, name: source.name };
  for (const [field, value] of Object.entries(source.fields)) {
    const read = await readValue(reader, 'plan', field, value);
    if (read !== null) row[field] = read;
  }
  const depths = [...rules, ...ranks].map((rule) => Number(rule['depth'] ?? 0));
  const deepest = Math.max(0, ...depths);
  const limit = row['levels_paid'] ?? null;
  row['levels_paid'] = limit === null ? deepest : Math.min(Number(limit), deepest);
  const statements = [
    ...[...settings.values()].map(({ name, text }) => `${name} = ${text}`),
    ...ranks.map(
      (rank) => `${rank['src_table']}: ${rank['tier']}, ${rank['depth']} = ${rank['rate']}`,
    ),
  ];
  const [first] = settings.values();
  return {
    ...row,
    statement: statements.join('; '),
    src_file: first?.file ?? ranks[0]?.['src_file'] ?? null,
    src_table: first === undefined ? (ranks[0]?.['src_table'] ?? null) : source.settings.table,
    src_line: first?.line ?? ranks[0]?.['src_line'] ?? null,
  };
}

async function ruleRow(reader: PlanReader, rule: PlanRuleSource, nth: number): Promise<Row | null> {
  const { source, settings } = reader;
  if (!conditionsHold(settings, rule.when)) return null;
  const value = rule.rate ?? rule.amount_minor;
  if (value === undefined) return null;
  const column = rule.rate === undefined ? 'amount_minor' : 'rate';
  const read = await readValue(reader, 'plan_rule', column, value);
  if (read === null || Number(read) === 0) return null;
  const setting = settings.get(value.setting);
  return {
    rule_id: `${source.plan_id}:${nth}`,
    plan_id: source.plan_id,
    base: rule.base,
    depth: rule.depth,
    [column]: read,
    ...(rule.tier !== undefined && { tier: rule.tier }),
    ...(rule.qualification !== undefined && { qualification: rule.qualification }),
    src_file: setting?.file ?? null,
    src_table: source.settings.table,
    src_line: setting?.line ?? null,
  };
}

/** A setting through the same readings as any raw value; an unreadable one is reported. */
async function readValue(
  reader: PlanReader,
  table: 'plan' | 'plan_rule',
  column: string,
  value: SettingValue,
): Promise<EvidenceValue> {
  const { settings, context, engine, log, placeOf } = reader;
  const text = settingText(settings, value.setting, value.json);
  const shape = columnsOf(table).get(column);
  if (text === '' || shape === undefined || !conditionsHold(settings, value.when)) return null;
  const reading = readingOf(table, column, value);
  const full = { ...context, reading, shape, none: noneOf(table, column, value) };
  const [row] = await engine.rows(`SELECT ${valueSql('t', full)} AS v
    FROM ${nestedSql(sqlText(text), preparing(value, full))}`);
  const read = row?.['v'] ?? null;
  if (read === null) {
    const setting = settings.get(value.setting);
    const params = { table: reader.source.settings.table, column: value.setting, sample: text };
    log.add('plan.setting_unreadable', params, placeOf(setting?.file, setting?.line));
  }
  return read;
}

/** Rules of this plan that table mappings have already loaded. */
async function rankRules(engine: SqlEngine, source: PlanSource): Promise<readonly Row[]> {
  return engine.rows(`
    SELECT tier, depth, rate, src_file, src_table, src_line
    FROM ${loadedRelation('plan_rule')}
    WHERE plan_id = ${sqlText(source.plan_id)} AND src_table <> ${sqlText(source.settings.table)}
    ORDER BY src_file, src_line, depth, tier`);
}

async function insert(engine: SqlEngine, table: TableName, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const names = Object.keys(row).map(sqlName).join(', ');
    const values = Object.values(row).map(sqlValue).join(', ');
    await engine.run(`INSERT INTO ${loadedRelation(table)} (${names}) VALUES (${values})`);
  }
}

function grown(
  account: LoadedTable | undefined,
  table: TableName,
  rows: readonly Row[],
): LoadedTable {
  const names = new Set([
    ...(account?.columns_present ?? []),
    ...rows.flatMap((row) => Object.keys(row)),
  ]);
  return {
    read: (account?.read ?? 0) + rows.length,
    refused: account?.refused ?? 0,
    folded: account?.folded ?? 0,
    columns_present: [...columnsOf(table).keys()].filter((name) => names.has(name)),
  };
}
