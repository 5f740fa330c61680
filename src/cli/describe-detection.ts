import type { Detection } from '../intake/detect-mapping.ts';
import type { Language } from './language.ts';

const words = {
  en: {
    software: 'Software',
    unknown: 'unknown',
    score: 'score',
    into: 'feeds',
    none: 'nothing found',
    others: 'also considered',
    assumed: 'Assumed',
    unused: 'Raw tables that take no part',
  },
  zh: {
    software: '软件',
    unknown: '未知',
    score: '得分',
    into: '映射到',
    none: '未找到',
    others: '其他候选',
    assumed: '假设',
    unused: '未参与映射的原始表',
  },
} as const;

/** What was recognised and why, as lines of text for a terminal. */
export function describeDetection(detection: Detection, language: Language): string {
  const w = words[language];
  const { software, trace, assumptions, skipped } = detection;
  const lines = [`${w.software}: ${software.name ?? w.unknown} (${w.score} ${software.score})`];
  for (const reason of software.reasons) lines.push(`  ${reason[language]}`);
  for (const table of trace.tables) {
    const why = table.reasons.map((reason) => reason[language]).join('; ');
    lines.push('', `${table.raw_table} ${w.into} ${table.table} (${table.score}): ${why}`);
    const columns = trace.columns.filter(
      (one) => one.table === table.table && one.raw_table === table.raw_table,
    );
    for (const column of columns) {
      const reasons = column.reasons.map((reason) => reason[language]).join('; ');
      const choice = column.raw_column ?? w.none;
      lines.push(`  ${column.column.padEnd(22)} ${choice} (${column.score}) ${reasons}`.trimEnd());
      if (column.runners_up.length > 0) {
        const others = column.runners_up.map((one) => `${one.raw_column} (${one.score})`);
        lines.push(`  ${''.padEnd(22)} ${w.others}: ${others.join(', ')}`);
      }
    }
  }
  if (assumptions.length > 0) lines.push('', w.assumed);
  for (const { subject, value, reason } of assumptions) {
    lines.push(`  ${subject}: ${value}. ${reason[language]}`);
  }
  if (skipped.length > 0) lines.push('', w.unused);
  for (const { table, reason } of skipped) lines.push(`  ${table}: ${reason[language]}`);
  return `${lines.join('\n')}\n`;
}
