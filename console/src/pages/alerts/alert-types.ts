import type { alertsList } from '../../../../src/server/contract/alerts.ts';
import type { Good } from '../../api/call.ts';

/** docs/reference/live-data.md says what one holds. */
export type Alert = Good<typeof alertsList>['body']['items'][number];

/** A text of a finding in both languages; null where it has none. */
export function textIn(finding: Alert['finding'], name: string) {
  const text = finding?.[name];
  if (typeof text !== 'object' || text === null || !('zh' in text) || !('en' in text)) return null;
  const { zh, en } = text;
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null;
}

/** The rows a finding rests on. */
export function evidenceIn(finding: Alert['finding']): readonly Record<string, unknown>[] {
  const rows = finding?.['evidence'];
  return Array.isArray(rows) ? rows.filter((row) => typeof row === 'object' && row !== null) : [];
}
