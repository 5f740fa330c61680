import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

/** By whose law a tenant goes from which day on, and what is shown of its licence from then on. */
export const tenantChanges: Migration = {
  number: 27,
  name: 'tenant-changes',
  works_from: 26,
  sql: `
-- Each says all of it anew. What a tenant was taken in with stands in its own row, and holds before
-- the first of these.
CREATE TABLE tenant_change (
  tenant_id text NOT NULL REFERENCES tenant,
  number integer NOT NULL CHECK (number > 0),
  -- a legal day where the tenant is
  from_on date NOT NULL,
  jurisdiction text COLLATE "C" NOT NULL CHECK (jurisdiction <> ''),
  licence_number text CHECK (licence_number <> ''),
  licence_url text CHECK (licence_url <> ''),
  user_id text COLLATE "C" NOT NULL,
  at timestamptz(3) NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  PRIMARY KEY (tenant_id, number)
);
CREATE INDEX tenant_change_by_day ON tenant_change (tenant_id, from_on, number);
-- What holds on a day: of the changes from that day or before the latest, of one day the last made.
CREATE FUNCTION tenant_on(tenant text, day date)
  RETURNS TABLE (jurisdiction text, licence_number text, licence_url text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = polyprism
  AS $$
    (SELECT c.jurisdiction, c.licence_number, c.licence_url FROM tenant_change c
      WHERE c.tenant_id = tenant AND c.from_on <= day
      ORDER BY c.from_on DESC, c.number DESC LIMIT 1)
    UNION ALL
    SELECT t.jurisdiction, t.licence_number, t.licence_url FROM tenant t
      WHERE t.id = tenant AND NOT EXISTS (SELECT FROM tenant_change c
        WHERE c.tenant_id = tenant AND c.from_on <= day)
  $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tenant_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- People see what holds, by the function; who changed it and why, whoever runs the installation.
${wall('tenant_change', { system: 'SELECT, INSERT' })}
`,
};
