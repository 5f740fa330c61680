import type { Migration } from './migration.ts';

/** Findings are listed, filtered and counted out of one index, their texts left where they are. */
export const findingFacets: Migration = {
  number: 19,
  name: 'finding-facets',
  sql: `
-- the root of the structure the subject stands in, where it is a member
ALTER TABLE finding ADD COLUMN scheme_id text COLLATE "C";
CREATE INDEX finding_listed ON finding (inspection_id DESC, number)
  INCLUDE (tenant_id, operator_id, provision_id, stage, severity, verdict, subject_kind,
    scheme_id);
CREATE INDEX finding_of_provision ON finding (provision_id, inspection_id DESC, number);
`,
};
