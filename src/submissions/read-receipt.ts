import { PolyprismError } from '../model/issue.ts';
import { jsonOrNull } from '../model/json-or-null.ts';
import { receiptSchema } from './receipt.ts';
import type { Receipt } from './receipt.ts';

/** A receipt from its JSON. Throws `submission.last_bad` where it is none. */
export function readReceipt(text: string, report: string): Receipt {
  const value = jsonOrNull(text);
  if (isReceipt(value)) return value;
  throw new PolyprismError('submission.last_bad', { report, seen: '?' });
}

/**
 * The last receipt of a report, to compare with. Throws `submission.last_bad` where it is of
 * another report, or was made with another key: its digests would all differ.
 */
export function readLastReceipt(text: string, report: string, key_id: string): Receipt {
  const last = readReceipt(text, report);
  const refuse = (seen: string): PolyprismError =>
    new PolyprismError('submission.last_bad', { report, seen });
  if (nameOf(last.report) !== nameOf(report)) throw refuse(last.report);
  if (last.key_id !== key_id) throw refuse(`key ${last.key_id} ≠ ${key_id}`);
  return last;
}

/** Another version of one report is compared: fields it adds count as changed. */
function nameOf(report: string): string {
  return report.replace(/@v\d+$/, '');
}

/** What is read of one again; the rest is of our own making. */
function isReceipt(value: unknown): value is Receipt {
  if (typeof value !== 'object' || value === null) return false;
  const { schema, report, key_id, digests, acknowledged } = value as Record<string, unknown>;
  const texts = typeof report === 'string' && typeof key_id === 'string';
  const known = acknowledged === null || typeof acknowledged === 'object';
  return schema === receiptSchema && texts && known && isDigests(digests, 3);
}

/** Records in records, `depth` deep, with text at the end. */
function isDigests(value: unknown, depth: number): boolean {
  if (depth === 0) return typeof value === 'string';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((one) => isDigests(one, depth - 1));
}
