import { canonicalJson } from '../evidence/canonical-json.ts';
import { sha256 } from '../evidence/digest.ts';
import type { Report } from '../model/report.ts';

const rendered = new WeakMap<Report, string>();

/**
 * report.json: canonical JSON (RFC 8785) and a line end, so equal reports are equal bytes. Made
 * once: every other form of the report asks for its digest.
 */
export function renderJson(report: Report): string {
  const known = rendered.get(report);
  if (known !== undefined) return known;
  const text = `${jsonOf(report)}\n`;
  rendered.set(report, text);
  return text;
}

/** Canonical JSON knows no half of a surrogate pair; damaged data must not cost the report. */
export function jsonOf(value: unknown): string {
  return canonicalJson(isWellFormed(value) ? value : wellFormed(value));
}

/** Nearly every report is: looking first saves copying it. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (Array.isArray(value)) return value.every(isWellFormed);
  if (typeof value !== 'object' || value === null) return true;
  for (const [name, item] of Object.entries(value)) {
    if (!name.isWellFormed() || !isWellFormed(item)) return false;
  }
  return true;
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name.toWellFormed(), wellFormed(item)]),
  );
}

const digests = new WeakMap<Report, string>();

/** SHA-256 of report.json, by which every other form of the report names it. */
export function reportDigest(report: Report): string {
  const known = digests.get(report);
  if (known !== undefined) return known;
  const digest = sha256(renderJson(report));
  digests.set(report, digest);
  return digest;
}
