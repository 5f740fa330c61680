import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const tables = `
-- when who is signed in last showed the password, or the provider's word, in this session
ALTER TABLE session ADD COLUMN confirmed_at timestamptz(3);
CREATE TABLE sign_in (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  -- both unknown where nobody has the login that was tried
  user_id text REFERENCES app_user,
  tenant_id text REFERENCES tenant,
  way text NOT NULL CHECK (way IN ('password', 'link', 'invitation', 'setup', 'oidc', 'confirm')),
  second_factor boolean NOT NULL,
  -- why it was refused; null where it was not
  code text,
  -- HMAC-SHA-256 of the address with a key of the installation: equal addresses are equal
  address bytea NOT NULL CHECK (length(address) = 16),
  request_id text NOT NULL,
  CHECK ((user_id IS NULL) = (tenant_id IS NULL))
);
CREATE INDEX sign_in_of_tenant ON sign_in (tenant_id, number);
CREATE INDEX sign_in_at ON sign_in (at);
`;

const walls = [
  wall('sign_in', {
    read: `tenant_id = (SELECT tenant_here()) AND tenant_id <> 'public'
      AND (SELECT has_role('auditor'))`,
    system: 'SELECT, INSERT, DELETE',
  }),
];

/** Who signed in, or tried to, and by what. */
export const signIns: Migration = {
  number: 12,
  name: 'sign-ins',
  sql: [tables, ...walls].join('\n'),
};
