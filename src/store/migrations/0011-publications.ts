import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const mine = `tenant_id = (SELECT tenant_here()) AND tenant_id <> 'public'`;

const tables = `
CREATE TABLE publication (
  id text COLLATE "C" NOT NULL CHECK (id <> ''),
  version integer NOT NULL CHECK (version > 0),
  tenant_id text NOT NULL REFERENCES tenant,
  kind text NOT NULL CHECK (kind IN ('decision', 'measure', 'recall', 'draw')),
  matter_id text COLLATE "C" NOT NULL,
  published_on date NOT NULL,
  shown_until date,
  digest text COLLATE "C" NOT NULL,
  -- canonical JSON of the record, which its digest is of; gone once withdrawn or replaced
  content text,
  withdrawn_on date,
  why text,
  PRIMARY KEY (id, version),
  CHECK ((content IS NULL) = (withdrawn_on IS NOT NULL AND why IS NOT NULL)),
  CHECK (digest = encode(sha256(convert_to(content, 'UTF8')), 'hex') OR content IS NULL)
);
CREATE INDEX publication_shown ON publication (published_on DESC, id) WHERE content IS NOT NULL;
CREATE INDEX publication_of_tenant ON publication (tenant_id, matter_id);
`;

/** What goes out is promised to the log as it is; what is gone does not come back. */
const triggers = `
CREATE FUNCTION log_publication() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = polyprism
  AS $$ BEGIN
    INSERT INTO log_pending (source, entry)
      SELECT 'publication/' || id || '/' || version, decode(digest, 'hex')
      FROM added ORDER BY id, version;
    RETURN NULL;
  END $$;
CREATE TRIGGER into_log AFTER INSERT ON publication
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION log_publication();
CREATE FUNCTION guard_publication() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF OLD.content IS NULL OR NEW.content IS NOT NULL THEN
      RAISE EXCEPTION 'a publication is withdrawn, never changed'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER guard BEFORE UPDATE ON publication
  FOR EACH ROW EXECUTE FUNCTION guard_publication();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON publication
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

/** What is published, by whom, and what stays of it; the public is answered by the program. */
export const publications: Migration = {
  number: 11,
  name: 'publications',
  sql: [
    tables,
    triggers,
    wall('publication', {
      read: mine,
      add: `${mine} AND EXISTS (SELECT FROM matter_party p
        WHERE p.matter_id = publication.matter_id AND p.face = 'owner')`,
      addColumns:
        'id, version, tenant_id, kind, matter_id, published_on, shown_until, digest, content',
      change: mine,
      changeColumns: 'content, withdrawn_on, why',
      system: 'SELECT, INSERT',
    }),
  ].join('\n'),
};
