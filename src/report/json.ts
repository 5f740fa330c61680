import { canonicalJson } from '../evidence/canonical-json.ts';
import type { Report } from '../model/report.ts';

/** report.json: canonical JSON (RFC 8785) and a line end, so equal reports are equal bytes. */
export function renderJson(report: Report): string {
  return `${canonicalJson(report)}\n`;
}
