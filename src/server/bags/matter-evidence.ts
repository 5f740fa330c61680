import { sql } from 'kysely';
import type { BaggedInspection } from '../../evidence/bag/matter-payload.ts';
import type { Actor } from '../../model/actor.ts';
import type { JsonValue } from '../../model/json.ts';
import type { Finding } from '../../model/provision.ts';
import type { StoreTx } from '../../store/store.ts';
import type { ShownEvent } from '../../casework/shown/shown-matter.ts';
import { inspectionSeenBy } from '../findings/seen-by.ts';

/** What a matter rests on, of that which its reader may see. */
export interface MatterEvidence {
  readonly inspections: readonly BaggedInspection[];
  readonly findings: readonly { readonly inspection_id: string; readonly finding: Finding }[];
  /** Digests of files, with the tenants whose events name them. */
  readonly files: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Findings and files are named in events by their SHA-256. Findings are those the reader may see
 * anyway; with them the inspections they are of, and those named themselves.
 */
export async function matterEvidence(
  { db }: StoreTx,
  actor: Actor,
  events: readonly ShownEvent[],
): Promise<MatterEvidence> {
  const digests = new Map<string, Set<string>>();
  const named = new Set<string>();
  for (const { data, reason, actor: by } of events) {
    const texts = [...textsIn(data), reason ?? ''];
    for (const digest of texts.flatMap((text) => text.match(/\b[0-9a-f]{64}\b/g) ?? [])) {
      const tenants = digests.get(digest) ?? new Set();
      if (by !== null) tenants.add(by.tenant_id);
      digests.set(digest, tenants);
    }
    if (typeof data['inspection_id'] === 'string') named.add(data['inspection_id']);
  }
  const ids = [...digests.keys()];
  const findings =
    ids.length === 0
      ? []
      : await db
          .selectFrom('finding')
          .select(['inspection_id', 'detail'])
          .where(sql<string>`detail ->> 'id'`, 'in', ids)
          .where(inspectionSeenBy(actor))
          .orderBy('inspection_id')
          .orderBy('number')
          .execute();
  // Kept by keepInspection as in the report. The same finding may be of several inspections.
  const all = findings.map(({ inspection_id, detail }) => ({
    inspection_id,
    finding: detail as Finding,
  }));
  const first = all.filter(
    ({ finding }, at) => all.findIndex((one) => one.finding.id === finding.id) === at,
  );
  for (const { inspection_id } of first) named.add(inspection_id);
  const inspections =
    named.size === 0
      ? []
      : await db
          .selectFrom('inspection')
          .select(['id as inspection_id', 'tenant_id', 'as_of', 'snapshot_id', 'report'])
          .where('id', 'in', [...named])
          .where(inspectionSeenBy(actor))
          .orderBy('id')
          .execute();
  const known = new Set(all.map(({ finding }) => finding.id));
  const files = new Map([...digests].filter(([digest]) => !known.has(digest)));
  return { inspections, findings: first, files };
}

function textsIn(value: JsonValue): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return (Array.isArray(value) ? value : Object.values(value)).flatMap(textsIn);
}
