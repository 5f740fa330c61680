import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/** What narrows a list of findings; what is left out does not. */
export interface FindingFilters {
  readonly inspection_id?: string | undefined;
  readonly platform_id?: string | undefined;
  readonly provision?: string | undefined;
  readonly stage?: string | undefined;
  readonly severity?: string | undefined;
  readonly verdict?: string | undefined;
  readonly subject_table?: string | undefined;
  readonly subject_id?: string | undefined;
  readonly operator_id?: string | undefined;
  readonly scheme_id?: string | undefined;
}

export function narrowedBy(asked: FindingFilters): RawBuilder<boolean> {
  const equal = {
    inspection_id: asked.inspection_id,
    tenant_id: asked.platform_id,
    provision_id: asked.provision,
    subject_kind: asked.subject_table,
    subject_id: asked.subject_id,
    stage: asked.stage,
    severity: asked.severity,
    verdict: asked.verdict,
    operator_id: asked.operator_id,
    scheme_id: asked.scheme_id,
  };
  const tests = Object.entries(equal).flatMap(([column, value]) =>
    value === undefined ? [] : [sql`${sql.ref(column)} = ${value}`],
  );
  return sql<boolean>`${sql.join([sql`true`, ...tests], sql` AND `)}`;
}
