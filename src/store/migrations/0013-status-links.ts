import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const tables = `
-- How somebody without an account follows a complaint of his own, and how he can be reached.
CREATE TABLE status_link (
  -- SHA-256 of the secret in the link: it is known to whom it was given alone
  digest bytea PRIMARY KEY CHECK (length(digest) = 32),
  matter_id text COLLATE "C" NOT NULL UNIQUE REFERENCES matter,
  user_id text NOT NULL REFERENCES app_user,
  -- name and addresses, sealed by the installation's key for this matter
  contact text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL
);
CREATE INDEX status_link_expires ON status_link (expires_at);
`;

/** Complaints of people without an account. */
export const statusLinks: Migration = {
  number: 13,
  name: 'status-links',
  sql: [tables, wall('status_link', { read: 'false', system: 'SELECT, INSERT, DELETE' })].join(
    '\n',
  ),
};
