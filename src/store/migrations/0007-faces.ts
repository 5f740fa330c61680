import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const here = '(SELECT tenant_here())';
const admin = "(SELECT has_role('admin'))";
const mine = `tenant_id = ${here} AND tenant_id <> 'public'`;
const isOf = (tenant: string, parties: string): string =>
  `EXISTS (SELECT FROM tenant t WHERE t.id = ${tenant} AND t.party IN (${parties}))`;

/** Both sides of a table: who stands above, who below, and which parties may be which. */
const sides = {
  jurisdiction: ['regulator_id', "'regulator'", 'platform_id', "'platform'"],
  association_member: ['association_id', "'association'", 'member_id', "'platform', 'operator'"],
  operator_claim: ['platform_id', "'platform'", 'tenant_id', "'operator'"],
} as const;

type Side = keyof typeof sides;

/** Rows there were came by the program's own hand: they hold. */
function reshape(table: 'jurisdiction' | 'association_member'): string {
  const [over, , under] = sides[table];
  return `
ALTER TABLE ${table}
  DROP CONSTRAINT ${table}_pkey,
  ADD COLUMN id text COLLATE "C" NOT NULL DEFAULT gen_random_uuid()::text PRIMARY KEY,
  ADD COLUMN status text COLLATE "C" NOT NULL DEFAULT 'confirmed'
    CHECK (status IN ('proposed', 'confirmed', 'refused', 'ended')),
  ADD COLUMN proposed_by text REFERENCES tenant;
UPDATE ${table} SET status = 'ended' WHERE until IS NOT NULL;
ALTER TABLE ${table} ALTER COLUMN status SET DEFAULT 'proposed';
CREATE UNIQUE INDEX ${table}_open ON ${table} (${over}, ${under})
  WHERE status IN ('proposed', 'confirmed');
CREATE INDEX ${table}_under ON ${table} (${under});`;
}

const claims = `
ALTER TABLE operator_claim
  DROP CONSTRAINT operator_claim_pkey,
  DROP CONSTRAINT operator_claim_status_check,
  ADD COLUMN id text COLLATE "C" NOT NULL DEFAULT gen_random_uuid()::text PRIMARY KEY,
  ADD COLUMN proposed_by text REFERENCES tenant,
  ADD COLUMN since date NOT NULL DEFAULT CURRENT_DATE,
  ADD COLUMN until date;
UPDATE operator_claim SET status = 'proposed' WHERE status = 'claimed';
ALTER TABLE operator_claim
  ALTER COLUMN status SET DEFAULT 'proposed',
  ADD CHECK (status IN ('proposed', 'confirmed', 'refused', 'ended'));
CREATE UNIQUE INDEX operator_claim_open ON operator_claim (tenant_id, platform_id, account)
  WHERE status IN ('proposed', 'confirmed');
-- An account is one operator's.
CREATE UNIQUE INDEX operator_claim_held ON operator_claim (platform_id, account)
  WHERE status = 'confirmed';`;

const guard = `
-- Who proposed does not confirm; a platform does not end its own supervision.
CREATE FUNCTION guard_affiliation() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF NEW.status = OLD.status THEN RETURN NEW; END IF;
    IF NOT ((OLD.status = 'proposed' AND NEW.status IN ('confirmed', 'refused'))
      OR (OLD.status = 'confirmed' AND NEW.status = 'ended'))
      OR (NEW.status = 'confirmed' AND OLD.proposed_by = tenant_here()) THEN
      RAISE EXCEPTION 'no such step' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_TABLE_NAME = 'jurisdiction' AND NEW.status = 'ended' THEN
      IF OLD.platform_id = tenant_here() THEN
        RAISE EXCEPTION 'the regulator ends it' USING ERRCODE = 'restrict_violation';
      END IF;
    END IF;
    RETURN NEW;
  END $$;
`;

/** Each side sees it; administrators propose in their tenant's own name, and decide. */
function affiliationWall(table: Side): string {
  const [over, overParties, under, underParties] = sides[table];
  const either = `${here} <> 'public' AND ${here} IN (${over}, ${under})`;
  const account = table === 'operator_claim' ? ', account' : '';
  const proposer = table === 'operator_claim' ? ` AND tenant_id = ${here}` : '';
  return `
DROP POLICY owner ON ${table};
DROP POLICY program ON ${table};
DROP POLICY read ON ${table};
DROP POLICY IF EXISTS add ON ${table};
DROP POLICY IF EXISTS change ON ${table};
REVOKE ALL ON ${table} FROM polyprism_app;
${wall(table, {
  read: either,
  add: `${either} AND ${admin} AND proposed_by = ${here}${proposer}
    AND ${isOf(over, overParties)} AND ${isOf(under, underParties)}`,
  addColumns: `id, ${over}, ${under}, proposed_by, since${account}`,
  change: `${either} AND ${admin}`,
  changeColumns: 'status, since, until',
  system: 'SELECT, INSERT, UPDATE',
})}
CREATE TRIGGER guard BEFORE UPDATE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION guard_affiliation();`;
}

/** Platforms whose findings a regulator sees. */
const supervised = `tenant_id IN (SELECT j.platform_id FROM jurisdiction j
  WHERE j.regulator_id = ${here} AND j.status = 'confirmed')`;
const own = `EXISTS (SELECT FROM operator_claim c
  WHERE c.tenant_id = ${here} AND c.status = 'confirmed'
    AND c.platform_id = finding.tenant_id AND c.account = finding.operator_id)`;

const findings = `
-- About which platform it is, where its tenant is not the platform itself.
ALTER TABLE inspection ADD COLUMN platform_id text REFERENCES tenant;
ALTER TABLE finding
  ADD COLUMN operator_id text COLLATE "C",
  ADD COLUMN stage text COLLATE "C",
  ADD COLUMN severity text COLLATE "C";
CREATE INDEX finding_of_operator ON finding (tenant_id, operator_id)
  WHERE operator_id IS NOT NULL;
-- What an inspection says of each provision: its verdict, what was missing, its texts.
CREATE TABLE inspection_provision (
  inspection_id text NOT NULL REFERENCES inspection,
  tenant_id text NOT NULL REFERENCES tenant,
  provision_id text COLLATE "C" NOT NULL,
  verdict text COLLATE "C" NOT NULL CHECK (verdict IN ('breach', 'no_breach', 'cannot_tell')),
  detail jsonb NOT NULL,
  PRIMARY KEY (inspection_id, provision_id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON inspection_provision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
DROP POLICY read ON inspection;
CREATE POLICY read ON inspection FOR SELECT TO polyprism_app
  USING ((${mine}) OR ${supervised});
DROP POLICY read ON finding;
CREATE POLICY read ON finding FOR SELECT TO polyprism_app
  USING ((${mine}) OR ${supervised} OR ${own});
${wall('inspection_provision', {
  // The texts of a provision go with its findings; the verdicts over a platform do not.
  read: `(${mine}) OR ${supervised} OR EXISTS (SELECT FROM finding f
    WHERE f.inspection_id = inspection_provision.inspection_id
      AND f.provision_id = inspection_provision.provision_id)`,
  system: 'SELECT, INSERT',
})}`;

const conformance = `
-- How many of the asking association's members of the time had a breach found by an inspection of
-- these days (UTC), by provision; without a provision, how many were inspected. Members are
-- platforms, and operators by their claims. Rows of members themselves it never sees.
CREATE FUNCTION conformance(first date, last date)
  RETURNS TABLE (provision_id text, members integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = polyprism
  AS $$
    WITH member AS (
      SELECT DISTINCT a.member_id FROM association_member a
      WHERE a.association_id = tenant_here() AND a.status IN ('confirmed', 'ended')
        AND a.since <= last AND (a.until IS NULL OR a.until > last)
    ), account AS (
      SELECT m.member_id, m.member_id AS platform_id, NULL::text AS account FROM member m
      UNION SELECT m.member_id, c.platform_id, c.account
      FROM member m JOIN operator_claim c ON c.tenant_id = m.member_id
      WHERE c.status IN ('confirmed', 'ended')
        AND c.since <= last AND (c.until IS NULL OR c.until > last)
    ), done AS (
      SELECT i.id, i.tenant_id FROM inspection i
      WHERE i.at >= first::timestamp AT TIME ZONE 'UTC'
        AND i.at < (last + 1)::timestamp AT TIME ZONE 'UTC'
    )
    SELECT NULL::text, count(DISTINCT a.member_id)::integer
      FROM account a JOIN done d ON d.tenant_id = a.platform_id
    UNION ALL
    SELECT f.provision_id, count(DISTINCT a.member_id)::integer
      FROM account a JOIN done d ON d.tenant_id = a.platform_id
      JOIN finding f ON f.inspection_id = d.id AND f.verdict = 'breach'
        AND (a.account IS NULL OR f.operator_id = a.account)
      GROUP BY f.provision_id
  $$;
`;

/** Five faces of one fact base: who sees whose findings, by what both sides agreed to. */
export const faces: Migration = {
  number: 7,
  name: 'faces',
  sql: [
    reshape('jurisdiction'),
    reshape('association_member'),
    claims,
    guard,
    affiliationWall('jurisdiction'),
    affiliationWall('association_member'),
    affiliationWall('operator_claim'),
    findings,
    conformance,
  ].join('\n'),
};
