import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const mine = `tenant_id = (SELECT tenant_here()) AND tenant_id <> 'public'`;
const me = '(SELECT user_here())';
const ofMine = (table: string): string =>
  `${mine} AND EXISTS (SELECT FROM proposal p WHERE p.id = ${table}.proposal_id)`;
const hex = (column: string): string => `encode(sha256(convert_to(${column}, 'UTF8')), 'hex')`;

const tables = `
-- A draft on its way to be a standard; how far it is follows from its events.
CREATE TABLE proposal (
  id text COLLATE "C" PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenant,
  user_id text COLLATE "C" NOT NULL,
  draft_id text COLLATE "C" NOT NULL REFERENCES draft,
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX proposal_of_tenant ON proposal (tenant_id, id);
CREATE TABLE proposal_event (
  proposal_id text COLLATE "C" NOT NULL REFERENCES proposal,
  number integer NOT NULL CHECK (number > 0),
  tenant_id text NOT NULL REFERENCES tenant,
  user_id text COLLATE "C" NOT NULL,
  -- the step with a salt, as canonical JSON, which the digest is of
  content text NOT NULL,
  digest text COLLATE "C" NOT NULL CHECK (digest = ${hex('content')}),
  PRIMARY KEY (proposal_id, number)
);
-- What somebody says of a proposal that is out for comment.
CREATE TABLE opinion (
  id text COLLATE "C" PRIMARY KEY,
  proposal_id text COLLATE "C" NOT NULL REFERENCES proposal,
  tenant_id text NOT NULL REFERENCES tenant,
  content text NOT NULL,
  digest text COLLATE "C" NOT NULL CHECK (digest = ${hex('content')})
);
CREATE INDEX opinion_of_proposal ON opinion (proposal_id, id);
-- Whose a standard is: whoever published it first.
CREATE TABLE standard (
  id text COLLATE "C" PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenant,
  UNIQUE (id, tenant_id)
);
-- A version of a standard as it was signed and published.
CREATE TABLE edition (
  id text COLLATE "C" PRIMARY KEY,
  standard text COLLATE "C" NOT NULL,
  version text COLLATE "C" NOT NULL,
  tenant_id text NOT NULL REFERENCES tenant,
  proposal_id text COLLATE "C" NOT NULL UNIQUE REFERENCES proposal,
  published_on date NOT NULL,
  published_at timestamptz(3) NOT NULL,
  publisher text NOT NULL,
  title jsonb NOT NULL,
  -- the built pack, its signature file, and the public key that proves it
  bundle bytea NOT NULL,
  signatures text NOT NULL,
  public_key text COLLATE "C" NOT NULL,
  digest text COLLATE "C" NOT NULL CHECK (digest = encode(sha256(bundle), 'hex')),
  UNIQUE (standard, version),
  FOREIGN KEY (standard, tenant_id) REFERENCES standard (id, tenant_id)
);
CREATE INDEX edition_of_tenant ON edition (tenant_id, id);
-- Whom a tenant trusts to publish standards, decision upon decision; the last one counts.
CREATE TABLE trust_decision (
  tenant_id text NOT NULL REFERENCES tenant,
  publisher_id text NOT NULL REFERENCES tenant CHECK (publisher_id <> tenant_id),
  number integer NOT NULL CHECK (number > 0),
  user_id text COLLATE "C" NOT NULL,
  at timestamptz(3) NOT NULL,
  -- the key pinned; null where trust ends
  public_key text COLLATE "C",
  reason text NOT NULL,
  PRIMARY KEY (tenant_id, publisher_id, number)
);
`;

const appended = ['proposal', 'proposal_event', 'opinion', 'standard', 'edition', 'trust_decision'];

/** What happens to a proposal, what is said of it and what comes of it is promised to the log. */
const triggers = `
CREATE FUNCTION log_proposal() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = polyprism
  AS $$ BEGIN
    INSERT INTO log_pending (source, entry)
      SELECT 'proposal/' || proposal_id || '/' || number, decode(digest, 'hex')
      FROM added ORDER BY proposal_id, number;
    RETURN NULL;
  END $$;
CREATE TRIGGER into_log AFTER INSERT ON proposal_event
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION log_proposal();
CREATE FUNCTION log_by_digest() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = polyprism
  AS $$ BEGIN
    INSERT INTO log_pending (source, entry)
      SELECT TG_TABLE_NAME || '/' || id, decode(digest, 'hex') FROM added ORDER BY id;
    RETURN NULL;
  END $$;
CREATE TRIGGER into_log AFTER INSERT ON opinion
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION log_by_digest();
CREATE TRIGGER into_log AFTER INSERT ON edition
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION log_by_digest();
${appended
  .map(
    (table) => `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  )
  .join('\n')}
`;

/** Proposals of standards, opinions of them, what was published, and who trusts whom. */
export const standards: Migration = {
  number: 23,
  name: 'standards',
  sql: [
    tables,
    triggers,
    wall('proposal', {
      read: mine,
      add: `${mine} AND user_id = ${me}
        AND EXISTS (SELECT FROM draft d WHERE d.id = proposal.draft_id)`,
      system: 'SELECT, INSERT',
    }),
    wall('proposal_event', {
      read: mine,
      add: `${ofMine('proposal_event')} AND user_id = ${me}`,
      system: 'SELECT, INSERT',
    }),
    // Anybody may say something, seen or not: the program takes it.
    wall('opinion', { read: mine, system: 'SELECT, INSERT' }),
    wall('standard', {
      // Which ids are taken is no secret.
      read: '(SELECT tenant_here()) IS NOT NULL',
      add: mine,
      system: 'SELECT, INSERT',
    }),
    wall('edition', {
      read: mine,
      add: ofMine('edition'),
      system: 'SELECT, INSERT',
    }),
    wall('trust_decision', {
      read: mine,
      add: `${mine} AND user_id = ${me}`,
      system: 'SELECT, INSERT',
    }),
  ].join('\n'),
};
