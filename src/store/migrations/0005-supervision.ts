import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const here = '(SELECT tenant_here())';
const me = '(SELECT user_here())';
const mine = `tenant_id = ${here} AND tenant_id <> 'public'`;
const own = `tenant_id = ${here} AND (tenant_id <> 'public' OR user_id = ${me})`;
const seen = (matter: string): string =>
  `EXISTS (SELECT FROM matter_party p WHERE p.matter_id = ${matter})`;

const tables = `
-- Bytes lie in the folder raw/ by their SHA-256; a row says for whom and how long they are kept.
CREATE TABLE file (
  tenant_id text NOT NULL REFERENCES tenant,
  user_id text COLLATE "C" NOT NULL,
  sha256 text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint NOT NULL CHECK (bytes >= 0),
  name text NOT NULL,
  matter_id text COLLATE "C" REFERENCES matter,
  at timestamptz(3) NOT NULL DEFAULT now(),
  -- the last day on which it must be there
  keep_until date NOT NULL,
  locked_for text,
  removed_at timestamptz(3),
  PRIMARY KEY (sha256, tenant_id, user_id)
);
CREATE INDEX file_of_matter ON file (matter_id);
CREATE INDEX file_due ON file (keep_until) WHERE removed_at IS NULL;
CREATE TABLE inspection (
  id text COLLATE "C" PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenant,
  snapshot_id text COLLATE "C" NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT now(),
  as_of date NOT NULL,
  -- digest of report.json
  report text COLLATE "C" NOT NULL,
  summary jsonb NOT NULL
);
CREATE INDEX inspection_of_tenant ON inspection (tenant_id, at DESC);
CREATE TABLE finding (
  inspection_id text NOT NULL REFERENCES inspection,
  tenant_id text NOT NULL REFERENCES tenant,
  number integer NOT NULL CHECK (number > 0),
  provision_id text COLLATE "C" NOT NULL,
  subject_kind text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  verdict text COLLATE "C" NOT NULL,
  detail jsonb NOT NULL,
  PRIMARY KEY (inspection_id, number)
);
CREATE INDEX finding_of_subject ON finding (tenant_id, subject_kind, subject_id);
-- Which platforms a regulator supervises, and whom an association has as members.
CREATE TABLE jurisdiction (
  regulator_id text NOT NULL REFERENCES tenant,
  platform_id text NOT NULL REFERENCES tenant,
  since date NOT NULL,
  until date,
  PRIMARY KEY (regulator_id, platform_id, since)
);
CREATE TABLE association_member (
  association_id text NOT NULL REFERENCES tenant,
  member_id text NOT NULL REFERENCES tenant,
  since date NOT NULL,
  until date,
  PRIMARY KEY (association_id, member_id, since)
);
-- An operator says which account of a platform is its own; the platform confirms or refuses.
CREATE TABLE operator_claim (
  tenant_id text NOT NULL REFERENCES tenant,
  platform_id text NOT NULL REFERENCES tenant,
  account text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL DEFAULT 'claimed'
    CHECK (status IN ('claimed', 'confirmed', 'refused')),
  at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, platform_id, account)
);
CREATE INDEX operator_claim_of_platform ON operator_claim (platform_id, status);
CREATE TABLE saved_view (
  id text COLLATE "C" PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenant,
  user_id text COLLATE "C" NOT NULL,
  -- seen by the whole tenant
  shared boolean NOT NULL DEFAULT false,
  name text NOT NULL,
  query jsonb NOT NULL
);
CREATE INDEX saved_view_of_tenant ON saved_view (tenant_id, user_id);
-- Who is to be told of an event: filled by the database with the event itself.
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenant,
  user_id text COLLATE "C",
  matter_id text COLLATE "C" NOT NULL,
  number integer NOT NULL,
  type text COLLATE "C" NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT now(),
  -- readers take only what transactions older than all running ones wrote: nothing is skipped
  came_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  sent_at timestamptz(3)
);
CREATE INDEX outbox_of_tenant ON outbox (tenant_id, id);
CREATE INDEX outbox_unsent ON outbox (id) WHERE sent_at IS NULL;
`;

const functions = `
CREATE FUNCTION tell_parties() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = polyprism
  AS $$ BEGIN
    INSERT INTO outbox (tenant_id, user_id, matter_id, number, type)
      SELECT DISTINCT p.tenant_id, p.user_id, a.matter_id, a.number, a.type
      FROM added a JOIN matter_party p ON p.matter_id = a.matter_id
      ORDER BY a.matter_id, a.number, p.tenant_id, p.user_id;
    RETURN NULL;
  END $$;
CREATE TRIGGER into_outbox AFTER INSERT ON event
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_parties();
-- Bytes are removed neither early nor while locked; terms grow and never shrink.
CREATE FUNCTION guard_file() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF NEW.keep_until < OLD.keep_until THEN
      RAISE EXCEPTION 'a file is not kept shorter' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL
      AND (OLD.locked_for IS NOT NULL OR NEW.locked_for IS NOT NULL
      OR (now() AT TIME ZONE 'UTC')::date <= OLD.keep_until + 1) THEN
      RAISE EXCEPTION 'a file is kept until its term is over' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER guard BEFORE UPDATE ON file FOR EACH ROW EXECUTE FUNCTION guard_file();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON file
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
${['inspection', 'finding']
  .map(
    (table) => `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  )
  .join('\n')}
`;

const walls = [
  wall('file', {
    read: `(${own}) OR ${seen('file.matter_id')}`,
    add: `${own} AND user_id = ${me} AND (matter_id IS NULL OR ${seen('file.matter_id')})`,
    addColumns: 'tenant_id, user_id, sha256, bytes, name, matter_id, keep_until',
    change: own,
    changeColumns: 'keep_until, locked_for, removed_at',
    system: 'SELECT, INSERT, UPDATE',
  }),
  wall('inspection', { read: mine, add: mine, system: 'SELECT, INSERT' }),
  wall('finding', {
    read: mine,
    add: `${mine} AND EXISTS (SELECT FROM inspection i WHERE i.id = finding.inspection_id)`,
    system: 'SELECT, INSERT',
  }),
  wall('jurisdiction', {
    read: `${here} <> 'public' AND ${here} IN (regulator_id, platform_id)`,
    system: 'SELECT, INSERT, UPDATE',
  }),
  wall('association_member', {
    read: `${here} <> 'public' AND ${here} IN (association_id, member_id)`,
    system: 'SELECT, INSERT, UPDATE',
  }),
  wall('operator_claim', {
    read: `(${mine}) OR (platform_id = ${here} AND platform_id <> 'public')`,
    add: mine,
    addColumns: 'tenant_id, platform_id, account',
    // Only the platform knows whose account it is.
    change: `platform_id = ${here}`,
    changeColumns: 'status',
    system: 'SELECT, INSERT, UPDATE',
  }),
  wall('saved_view', {
    read: `${mine} AND (shared OR user_id = ${me})`,
    add: `${mine} AND user_id = ${me}`,
    change: `${mine} AND user_id = ${me}`,
    changeColumns: 'name, query, shared',
    remove: `${mine} AND user_id = ${me}`,
    system: 'SELECT, INSERT',
  }),
  wall('outbox', {
    read: `tenant_id = ${here}
      AND ((user_id IS NULL AND tenant_id <> 'public') OR user_id = ${me})`,
    system: 'SELECT, INSERT, UPDATE, DELETE',
  }),
];

/** What casework stands on besides matters: files, inspections, who supervises, who is told. */
export const supervision: Migration = {
  number: 5,
  name: 'supervision',
  sql: [tables, functions, ...walls].join('\n'),
};
