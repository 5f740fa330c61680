import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const tables = `
-- what a key may be used for, beside the roles it acts with
ALTER TABLE api_key ADD COLUMN scopes text[] NOT NULL DEFAULT '{}';
CREATE TABLE link (
  -- SHA-256 of the secret in the link: it is known to whom it was given alone
  digest bytea PRIMARY KEY CHECK (length(digest) = 32),
  purpose text NOT NULL CHECK (purpose IN ('setup', 'invitation', 'consumer', 'oidc')),
  user_id text REFERENCES app_user,
  tenant_id text REFERENCES tenant,
  -- verifier and nonce of a sign-in elsewhere
  data jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  CHECK ((purpose IN ('invitation', 'consumer')) = (user_id IS NOT NULL AND tenant_id IS NOT NULL))
);
CREATE INDEX link_expires ON link (expires_at);
CREATE TABLE attempt (
  -- SHA-256 of what was tried as a login, whether or not there is such a user
  digest bytea PRIMARY KEY CHECK (length(digest) = 32),
  failures integer NOT NULL CHECK (failures > 0),
  last_at timestamptz(3) NOT NULL
);
CREATE TABLE refusal (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  tenant_id text REFERENCES tenant,
  user_id text REFERENCES app_user,
  route text NOT NULL,
  code text NOT NULL,
  request_id text NOT NULL
);
CREATE INDEX refusal_of_tenant ON refusal (tenant_id, number);
`;

const walls = [
  wall('link', { read: 'false', system: 'SELECT, INSERT, UPDATE, DELETE' }),
  wall('attempt', { read: 'false', system: 'SELECT, INSERT, UPDATE, DELETE' }),
  wall('refusal', {
    read: `tenant_id = (SELECT tenant_here()) AND (SELECT has_role('auditor'))`,
    system: 'SELECT, INSERT',
  }),
];

/** How people get in beside their passwords, and what was refused. */
export const signIn: Migration = {
  number: 2,
  name: 'sign-in',
  sql: [tables, ...walls].join('\n'),
};
