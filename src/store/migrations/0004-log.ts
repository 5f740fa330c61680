import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const tables = `
-- Entries that are promised to the log by the transaction that made them, without an index yet.
CREATE TABLE log_pending (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source text COLLATE "C" NOT NULL,
  entry bytea NOT NULL CHECK (length(entry) = 32)
);
CREATE TABLE log_leaf (
  index bigint PRIMARY KEY CHECK (index >= 0),
  source text COLLATE "C" NOT NULL UNIQUE,
  entry bytea NOT NULL CHECK (length(entry) = 32)
);
-- One row: how many leaves there are, and the hashes with which the tree goes on.
CREATE TABLE log_state (
  id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  size bigint NOT NULL CHECK (size >= 0),
  frontier bytea[] NOT NULL
);
CREATE TABLE log_tile (
  level integer NOT NULL CHECK (level >= 0),
  index bigint NOT NULL CHECK (index >= 0),
  hashes bytea NOT NULL CHECK (length(hashes) = 8192),
  PRIMARY KEY (level, index)
);
CREATE TABLE checkpoint (
  size bigint PRIMARY KEY CHECK (size >= 0),
  root bytea NOT NULL CHECK (length(root) = 32),
  -- the note as it was signed and published
  note text NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT now()
);
INSERT INTO log_state (size, frontier) VALUES (0, '{}');
`;

/** What is appended to the casework enters the log with it: no program can forget to. */
const triggers = `
CREATE FUNCTION log_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = polyprism
  AS $$ BEGIN
    INSERT INTO log_pending (source, entry)
      SELECT 'event/' || position, entry FROM added ORDER BY position;
    RETURN NULL;
  END $$;
CREATE TRIGGER into_log AFTER INSERT ON event
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION log_event();
${['log_leaf', 'log_tile', 'checkpoint']
  .map(
    (table) => `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  )
  .join('\n')}
`;

const walls = [
  wall('log_pending', { system: 'SELECT, INSERT, DELETE' }),
  wall('log_leaf', { system: 'SELECT, INSERT' }),
  wall('log_state', { system: 'SELECT, UPDATE' }),
  wall('log_tile', { system: 'SELECT, INSERT' }),
  wall('checkpoint', { system: 'SELECT, INSERT' }),
];

/** The one log of all tenants: salted digests only, in the order in which they were taken. */
export const log: Migration = {
  number: 4,
  name: 'log',
  sql: [tables, triggers, ...walls].join('\n'),
};
