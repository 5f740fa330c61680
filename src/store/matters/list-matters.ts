import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../model/actor.ts';
import type { Face, MatterKind } from '../../model/matter.ts';
import type { StoreTx } from '../store.ts';

/** What of the matters an actor sees is asked for; what is null is not asked. */
export interface MatterFilter {
  readonly kind: MatterKind | null;
  readonly status: string | null;
  readonly tag: string | null;
  readonly queue: string | null;
  /** Assigned to the actor, or the actor's own as a person. */
  readonly mine: boolean;
  /** Assigned to this person of the actor's tenant. */
  readonly assignee: string | null;
  /** Handled by the actor's tenant, by nobody yet, and not ended. */
  readonly unassigned: boolean;
  /** With a last day from, and to, these days. */
  readonly due_from: string | null;
  readonly due_to: string | null;
  /** Only these. */
  readonly ids: readonly string[] | null;
}

/** `due`: the nearest last day first, then the latest event; `latest`: the latest event first. */
export type MatterOrder = 'due' | 'latest';

export interface MatterRow {
  readonly id: string;
  readonly kind: MatterKind;
  readonly owner_tenant_id: string;
  readonly faces: readonly Face[];
  /** As far as the actor is told. */
  readonly status: string | null;
  /** null where the actor is not shown the opening. */
  readonly title: string | null;
  readonly opened_on: string;
  readonly last_at: string;
  /** Of the last event shown. */
  readonly number: number;
  /** The nearest last day of what the actor's sides are shown. */
  readonly due_on: string | null;
  readonly due_clock: string | null;
  /** Whether something is due by a day that nobody can tell. */
  readonly due_unknown: boolean;
  /** What follows is for the owner alone. */
  readonly assignee: string | null;
  readonly queue: string | null;
  readonly tags: readonly string[];
}

/** Where a page of a list begins: behind this row. */
export type MatterPlace = Pick<MatterRow, 'id' | 'due_on' | 'last_at'>;

/** A page of a list: of the matters that `filter` lets through, `most` behind `after`. */
export interface MatterPage {
  readonly filter: MatterFilter;
  readonly order: MatterOrder;
  readonly after: MatterPlace | null;
  readonly most: number;
}

type Condition = RawBuilder<boolean>;

/**
 * The matters an actor sees, each as far as the actor's sides are shown it. A walk along an index
 * for the places of the whole tenant and one for those of the person, who has both in one row
 * where there are both.
 */
export async function listMatters(
  tx: StoreTx,
  { tenant_id, user_id }: Actor,
  page: MatterPage,
): Promise<MatterRow[]> {
  const { filter, order, after, most } = page;
  const asked = [...conditions(filter), ...(after === null ? [] : [behind(order, after)])];
  const keys = order === 'due' ? sql`due_key, late, matter_id` : sql`late, matter_id`;
  const walk = (user: string, more: readonly Condition[]): RawBuilder<unknown> => {
    const own = [sql<boolean>`tenant_id = ${tenant_id}`, sql<boolean>`user_id = ${user}`];
    const all = sql.join([...own, ...more, ...asked], sql` AND `);
    return sql`(SELECT * FROM matter_seat s WHERE ${all} ORDER BY ${keys} LIMIT ${most})`;
  };
  const apart = sql<boolean>`NOT EXISTS (SELECT FROM matter_seat p
    WHERE p.matter_id = s.matter_id AND p.tenant_id = ${tenant_id} AND p.user_id = ${user_id})`;
  const assigned = filter.mine ? [sql<boolean>`assignee = ${user_id}`] : [];
  const found = await sql<MatterRow>`
    SELECT matter_id AS id, kind, owner_tenant_id, faces, status, title, opened_on, last_at,
      number, due_on, due_clock, due_unknown, assignee, queue, tags
    FROM (${walk('', [apart, ...assigned])} UNION ALL ${walk(user_id, [])}) found
    ORDER BY ${keys} LIMIT ${most}`.execute(tx.db);
  return found.rows;
}

function conditions(filter: MatterFilter): Condition[] {
  const { kind, status, tag, queue, assignee, unassigned, due_from, due_to, ids } = filter;
  const asked: (Condition | null)[] = [
    kind === null ? null : sql`kind = ${kind}`,
    status === null ? null : sql`status = ${status}`,
    tag === null
      ? null
      : sql`matter_id IN (SELECT t.matter_id FROM matter_tag t
          WHERE t.tenant_id = s.tenant_id AND t.user_id = s.user_id AND t.tag = ${tag})`,
    queue === null ? null : sql`queue = ${queue}`,
    assignee === null ? null : sql`assignee = ${assignee}`,
    unassigned ? sql`unassigned` : null,
    due_from === null ? null : sql`due_key >= ${due_from}::date`,
    due_to === null ? null : sql`due_key <= ${due_to}::date`,
    ids === null ? null : sql`matter_id = ANY (${ids}::text[])`,
  ];
  return asked.filter((one) => one !== null);
}

function behind(order: MatterOrder, { due_on, last_at, id }: MatterPlace): Condition {
  const late = -Date.parse(last_at);
  if (order === 'latest') return sql`(late, matter_id) > (${late}::bigint, ${id})`;
  const due = due_on ?? 'infinity';
  return sql`(due_key, late, matter_id) > (${due}::date, ${late}::bigint, ${id})`;
}
