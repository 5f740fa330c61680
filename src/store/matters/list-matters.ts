import { sql } from 'kysely';
import { finalStatuses } from '../../casework/final-statuses.ts';
import { shownRows } from '../../casework/shown/shown-rows.ts';
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
  /** Handled by the actor's tenant, by nobody yet, and not ended. */
  readonly unassigned: boolean;
  /** Handled by the actor's tenant, with a last day from, and to, these days. */
  readonly due_from: string | null;
  readonly due_to: string | null;
  /** Only these. */
  readonly ids: readonly string[] | null;
}

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
  /** What follows is for the owner alone. */
  readonly due_on: string | null;
  readonly assignee: string | null;
  readonly queue: string | null;
  readonly tags: readonly string[];
}

/** Where a page of a list begins: behind this row. */
export type MatterPlace = Pick<MatterRow, 'id' | 'due_on' | 'last_at'>;

const rows = JSON.stringify(shownRows());
const finals = finalStatuses.map(({ kind, status }) => `${kind}/${status}`);
const never = '9999-12-31';

/**
 * The matters an actor sees, what is due first at the top, then by their last event: of those that
 * others own, as far as the actor's side is shown their events.
 */
export async function listMatters(
  tx: StoreTx,
  filter: MatterFilter,
  after: MatterPlace | null,
  most: number,
): Promise<MatterRow[]> {
  const { ids, mine, unassigned, due_from, due_to } = filter;
  const found = await sql<MatterRow>`
    WITH shown AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${rows}::jsonb)
        AS t(kind text, face text, type text, status text, after text[])
    ), seen AS (
      SELECT p.matter_id, bool_or(p.face = 'owner') AS owns, array_agg(p.face) AS faces,
        bool_or(p.user_id = user_here()) AS personal
      FROM matter_party p
      WHERE p.tenant_id = tenant_here()
        AND ((p.user_id IS NULL AND p.tenant_id <> 'public') OR p.user_id = user_here())
      GROUP BY p.matter_id
    ), listed AS (
      SELECT m.id, m.kind, m.owner_tenant_id, s.faces, s.owns, s.personal, m.opened_on,
        CASE WHEN s.owns THEN m.status ELSE v.status END AS status,
        CASE WHEN s.owns OR v.opened THEN m.title END AS title,
        CASE WHEN s.owns THEN m.last_at ELSE v.last_at END AS last_at,
        CASE WHEN s.owns THEN m.number ELSE v.number END AS number,
        CASE WHEN s.owns THEN m.due_on END AS due_on,
        CASE WHEN s.owns THEN m.assignee END AS assignee,
        CASE WHEN s.owns THEN m.queue END AS queue,
        CASE WHEN s.owns THEN m.tags ELSE '{}'::text[] END AS tags
      FROM seen s JOIN matter m ON m.id = s.matter_id
      LEFT JOIN LATERAL (
        SELECT max(e.at) AS last_at, max(e.number) AS number, bool_or(e.type = 'open') AS opened,
          (array_agg(t.status ORDER BY e.number DESC)
            FILTER (WHERE t.status IS NOT NULL))[1] AS status
        FROM event e JOIN shown t
          ON t.kind = m.kind AND t.face = ANY (s.faces) AND t.type = e.type
        WHERE e.matter_id = m.id AND NOT s.owns AND EXISTS
          (SELECT FROM event a WHERE a.matter_id = m.id AND a.type = ANY (t.after))
      ) v ON true
      WHERE (s.owns OR v.number IS NOT NULL)
        AND (${filter.kind}::text IS NULL OR m.kind = ${filter.kind})
        AND (${ids}::text[] IS NULL OR m.id = ANY (${ids}::text[]))
    )
    SELECT id, kind, owner_tenant_id, faces, status, title, opened_on, last_at, number, due_on,
      assignee, queue, tags
    FROM listed
    WHERE (${filter.status}::text IS NULL OR status = ${filter.status})
      AND (${filter.tag}::text IS NULL OR ${filter.tag} = ANY (tags))
      AND (${filter.queue}::text IS NULL OR queue = ${filter.queue})
      AND (NOT ${mine}::boolean OR assignee = user_here() OR personal)
      AND (NOT ${unassigned}::boolean OR (owns AND assignee IS NULL
        AND NOT kind || '/' || status = ANY (${finals}::text[])))
      AND (${due_from}::date IS NULL OR due_on >= ${due_from}::date)
      AND (${due_to}::date IS NULL OR due_on <= ${due_to}::date)
      AND (${after?.id ?? null}::text IS NULL
        OR (coalesce(due_on, ${never}::date), ${after?.last_at ?? null}::timestamptz, id)
          > (coalesce(${after?.due_on ?? null}::date, ${never}::date), last_at,
             ${after?.id ?? null}::text COLLATE "C"))
    ORDER BY coalesce(due_on, ${never}::date), last_at DESC, id
    LIMIT ${most}`.execute(tx.db);
  return found.rows;
}
