import type { EvidenceValue } from '../../model/provision.ts';

/** What Spark writes as text, as `SqlEngine` promises it; a decimal with a point stays text. */
export function scalarOfText(text: string, kind: 'text' | 'timestamp' | 'decimal'): EvidenceValue {
  if (kind === 'timestamp') return `${text.replace(' ', 'T').replace(/\.0+$/, '')}Z`;
  if (kind === 'text' || text.includes('.')) return text;
  const small = Number(text);
  return Number.isSafeInteger(small) ? small : text;
}
