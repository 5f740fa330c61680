import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const mine = `tenant_id = (SELECT tenant_here()) AND tenant_id <> 'public'`;
const me = '(SELECT user_here())';
const ofMine = (table: string): string =>
  `${mine} AND EXISTS (SELECT FROM draft d WHERE d.id = ${table}.draft_id)`;

const tables = `
-- A pack somebody writes; what it says stands in its revisions.
CREATE TABLE draft (
  id text COLLATE "C" PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenant,
  user_id text COLLATE "C" NOT NULL,
  title text NOT NULL,
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX draft_of_tenant ON draft (tenant_id, id);
CREATE TABLE draft_revision (
  draft_id text COLLATE "C" NOT NULL REFERENCES draft,
  number integer NOT NULL CHECK (number > 0),
  tenant_id text NOT NULL REFERENCES tenant,
  user_id text COLLATE "C" NOT NULL,
  at timestamptz(3) NOT NULL,
  -- [{name, text}] as canonical JSON, which the digest is of
  files text NOT NULL,
  digest text COLLATE "C" NOT NULL
    CHECK (digest = encode(sha256(convert_to(files, 'UTF8')), 'hex')),
  PRIMARY KEY (draft_id, number)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON draft
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON draft_revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

/** Packs under way: written by associations and regulators, revision upon revision. */
export const drafts: Migration = {
  number: 22,
  name: 'drafts',
  sql: [
    tables,
    wall('draft', {
      read: mine,
      add: `${mine} AND user_id = ${me}`,
      system: 'SELECT, INSERT',
    }),
    wall('draft_revision', {
      read: mine,
      add: `${ofMine('draft_revision')} AND user_id = ${me}`,
      system: 'SELECT, INSERT',
    }),
  ].join('\n'),
};
