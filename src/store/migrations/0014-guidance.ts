import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const tables = `
-- What an inspection's data say of each operator, and the tier it came to.
CREATE TABLE operator_sheet (
  inspection_id text NOT NULL REFERENCES inspection,
  tenant_id text NOT NULL REFERENCES tenant,
  operator_id text COLLATE "C" NOT NULL,
  tier text COLLATE "C" NOT NULL,
  weight integer NOT NULL CHECK (weight > 0),
  -- facts the sheet is worked out of
  facts jsonb NOT NULL,
  PRIMARY KEY (inspection_id, operator_id)
);
CREATE INDEX operator_sheet_by_weight ON operator_sheet (inspection_id, weight DESC, operator_id);
-- Whole months of the market of one platform: cases in so much exposure.
CREATE TABLE market_figure (
  inspection_id text NOT NULL REFERENCES inspection,
  tenant_id text NOT NULL REFERENCES tenant,
  name text COLLATE "C" NOT NULL,
  month text COLLATE "C" NOT NULL CHECK (month ~ '^\\d{4}-\\d\\d$'),
  cases bigint NOT NULL CHECK (cases >= 0),
  out_of bigint NOT NULL CHECK (out_of >= 0),
  PRIMARY KEY (inspection_id, name, month)
);
${['operator_sheet', 'market_figure']
  .map(
    (table) => `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  )
  .join('\n')}
`;

/** Whoever sees the inspection: the wall before that table holds here as well. */
const seen = (table: string): string =>
  `EXISTS (SELECT FROM inspection i WHERE i.id = ${table}.inspection_id)`;

/** How operators and markets stand, as the newest inspections have it. */
export const guidance: Migration = {
  number: 14,
  name: 'guidance',
  sql: [
    tables,
    wall('operator_sheet', {
      read: `${seen('operator_sheet')} OR EXISTS (SELECT FROM operator_claim c
        WHERE c.tenant_id = (SELECT tenant_here()) AND c.status = 'confirmed'
          AND c.platform_id = operator_sheet.tenant_id
          AND c.account = operator_sheet.operator_id)`,
      system: 'SELECT, INSERT',
    }),
    wall('market_figure', { read: seen('market_figure'), system: 'SELECT, INSERT' }),
  ].join('\n'),
};
