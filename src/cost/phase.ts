import type { Localised } from '../model/localised.ts';

/** Phases of a run, in the order they come. */
export const phaseTexts = {
  import: { en: 'import: raw files into Parquet', zh: '导入：原始文件转为 Parquet' },
  start: { en: 'start: packs, calendars, empty tables', zh: '启动：标准包、日历、空表' },
  members: { en: 'members into arrays', zh: '会员读入数组' },
  money: { en: 'money grouped by member', zh: '金额按会员汇总' },
  forest: { en: 'forest: levels, people, sums', zh: '网络：层级、人数、金额' },
  dates: { en: 'first days of people and levels', zh: '首次达标日期' },
  tables: { en: 'persons, counts, network tables', zh: '自然人、计数、网络结果表' },
  derived: { en: 'signals, funding, terms: orders', zh: '疑点、资金、词语：订单' },
  derived_members: { en: 'signals, funding: by member', zh: '疑点、资金：按会员' },
  lay: { en: 'derived tables laid before Spark', zh: '推算表交给 Spark' },
  provisions: { en: 'provisions', zh: '条款' },
  sql_normalise: { en: 'forest in SQL: uplines put right', zh: 'SQL 网络：修复上级' },
  sql_doubling: { en: 'forest in SQL: ways up doubled', zh: 'SQL 网络：倍增求祖先' },
  sql_cycles: { en: 'forest in SQL: cycles cut', zh: 'SQL 网络：断环' },
  sql_levels: { en: 'forest in SQL: levels', zh: 'SQL 网络：层级' },
  sql_sums: { en: 'forest in SQL: people and sums', zh: 'SQL 网络：人数与金额' },
  sql_third_level: { en: 'forest in SQL: third levels', zh: 'SQL 网络：达三级日期' },
  sql_dates: { en: 'forest in SQL: first days of people', zh: 'SQL 网络：达人数日期' },
} as const satisfies Readonly<Record<string, Localised>>;

export type PhaseName = keyof typeof phaseTexts;

/** One phase of a run, in one estimate. */
export interface Phase {
  readonly name: PhaseName;
  /** In the process of the program, or on the nodes of the cluster. */
  readonly where: 'here' | 'spark';
  readonly read_bytes: number;
  readonly written_bytes: number;
  /** Between nodes, before they are compressed. */
  readonly shuffled_bytes: number;
  /** Statements that wait for each other. */
  readonly rounds: number;
  readonly cpu_s: number;
  readonly wall_s: number;
}

/** Of all phases together, one after the other. */
export function totalOf(phases: readonly Phase[]): Omit<Phase, 'name' | 'where'> {
  const sum = (of: (phase: Phase) => number): number =>
    phases.reduce((total, phase) => total + of(phase), 0);
  return {
    read_bytes: sum((phase) => phase.read_bytes),
    written_bytes: sum((phase) => phase.written_bytes),
    shuffled_bytes: sum((phase) => phase.shuffled_bytes),
    rounds: sum((phase) => phase.rounds),
    cpu_s: sum((phase) => phase.cpu_s),
    wall_s: sum((phase) => phase.wall_s),
  };
}
