import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const tables = `
-- What an authority of time says of a checkpoint (RFC 3161): the token as it came.
CREATE TABLE checkpoint_timestamp (
  size bigint PRIMARY KEY REFERENCES checkpoint,
  authority text NOT NULL,
  token bytea NOT NULL CHECK (length(token) BETWEEN 1 AND 65536),
  at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint_timestamp
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- Events name findings by their digest.
CREATE INDEX finding_of_digest ON finding ((detail ->> 'id'));
`;

/** Timestamps of checkpoints; findings are found by the id that events name them by. */
export const timestamps: Migration = {
  number: 20,
  name: 'timestamps',
  sql: [tables, wall('checkpoint_timestamp', { system: 'SELECT, INSERT' })].join('\n'),
};
