import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const tenants = `
-- The shipped pack whose deadlines and calendar a tenant's matters go by. The default is for
-- processes of the version before, which may go on beside this one.
ALTER TABLE tenant ADD COLUMN jurisdiction text COLLATE "C" NOT NULL DEFAULT 'cn'
  CHECK (jurisdiction <> '');
-- What a firm is looked up by and what is shown of its licence, as whoever took it in entered it.
ALTER TABLE tenant ADD COLUMN credit_code text COLLATE "C" UNIQUE
  CHECK (credit_code ~ '^[0-9A-Z]{18}$');
ALTER TABLE tenant ADD COLUMN licence_number text CHECK (licence_number <> '');
ALTER TABLE tenant ADD COLUMN licence_url text CHECK (licence_url <> '');
`;

const files = `
-- Data files of whole months, each link of a chain naming the digest of the one before.
CREATE TABLE data_file (
  name text COLLATE "C" NOT NULL CHECK (name <> ''),
  number integer NOT NULL CHECK (number > 0),
  month text COLLATE "C" NOT NULL CHECK (month ~ '^\\d{4}-\\d\\d$'),
  -- canonical JSON, which the digest is of
  manifest text NOT NULL,
  digest text COLLATE "C" NOT NULL
    CHECK (digest = encode(sha256(convert_to(manifest, 'UTF8')), 'hex')),
  -- the rows as JSON lines; null once a later link has taken their place
  content text,
  PRIMARY KEY (name, number)
);
CREATE FUNCTION log_data_file() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = polyprism
  AS $$ BEGIN
    INSERT INTO log_pending (source, entry)
      SELECT 'data-file/' || name || '/' || number, decode(digest, 'hex')
      FROM added ORDER BY name, number;
    RETURN NULL;
  END $$;
CREATE TRIGGER into_log AFTER INSERT ON data_file
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION log_data_file();
CREATE TRIGGER guard BEFORE UPDATE ON data_file
  FOR EACH ROW EXECUTE FUNCTION guard_publication();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON data_file
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- What followed the measures of one platform, as an inspection's data show it.
CREATE TABLE measure_effect (
  inspection_id text NOT NULL REFERENCES inspection,
  tenant_id text NOT NULL REFERENCES tenant,
  name text COLLATE "C" NOT NULL,
  effect jsonb NOT NULL,
  PRIMARY KEY (inspection_id, name)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON measure_effect
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const rights = `
-- A measure that ends by the day takes what is published of it with it.
GRANT UPDATE (content, withdrawn_on, why) ON publication TO polyprism_system;
GRANT UPDATE (content) ON data_file TO polyprism_system;
-- The secret a shop signs its messages with (Standard Webhooks), sealed; null: it signs none.
ALTER TABLE webhook_mapping ADD COLUMN secret text CHECK (secret <> '');
GRANT INSERT (secret), UPDATE (secret) ON webhook_mapping TO polyprism_app;
`;

/** By whose law matters go; data files kept month by month; what followed measures. */
export const disclosure: Migration = {
  number: 24,
  name: 'disclosure',
  sql: [
    tenants,
    files,
    wall('data_file', { system: 'SELECT, INSERT' }),
    wall('measure_effect', {
      read: 'EXISTS (SELECT FROM inspection i WHERE i.id = measure_effect.inspection_id)',
      system: 'SELECT, INSERT',
    }),
    rights,
  ].join('\n'),
};
