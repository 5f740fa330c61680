import { makeChecker } from '../check/checker.ts';
import type { CheckContext } from '../check/checker.ts';
import type { RecordCheck, RecordPack } from '../model/record-check.ts';
import { importedTables } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';

/** A record judged before it goes out, with what it was judged by. */
export interface PreChecked extends RecordCheck {
  readonly as_of: string;
  readonly packs: readonly Pick<RecordPack, 'id' | 'version' | 'digest' | 'edition'>[];
  /** Provisions about such records that take a whole data set. */
  readonly beyond: readonly string[];
}

/**
 * Judges a listing, a post, a segment of a script, a row of a plan or any other canonical record
 * by the packs of a tenant. The record is looked at and forgotten.
 */
export type PreCheck = (
  table: TableName,
  record: Readonly<Record<string, unknown>>,
  name?: string,
) => PreChecked;

/** Tables of what goes out: made ready first, so that the first to ask does not wait. */
export const preCheckedTables = [
  'listing',
  'content',
  'price_event',
  'live_session',
  'prize_draw',
  'plan',
  'plan_rule',
  'rule_version',
  'marketing_message',
  'group_buy',
  'share',
] as const satisfies readonly TableName[];

export function preCheckService(
  packs: readonly RecordPack[],
  context: CheckContext,
  warm: readonly TableName[] = preCheckedTables,
): PreCheck {
  const checker = makeChecker(packs, context);
  const named = packs.map(({ id, version, digest, edition }) => ({
    id,
    version,
    digest,
    ...(edition && { edition }),
  }));
  const beyond = new Map(importedTables().map((table) => [table, checker.beyond(table)]));
  for (const table of warm) checker.check(table, {});
  return (table, record, name) => ({
    ...checker.check(table, record, name),
    as_of: context.as_of,
    packs: named,
    beyond: beyond.get(table) ?? [],
  });
}
