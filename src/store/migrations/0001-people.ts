import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

/** Asks who acts, as `store.as` has set it for the transaction; unset is nobody. */
const here = '(SELECT tenant_here())';
const me = '(SELECT user_here())';
/** Consumers share the tenant `public` and must not see each other through it. */
const mine = `tenant_id = ${here} AND tenant_id <> 'public'`;
const administers = `${mine} AND (SELECT has_role('admin'))`;

const functions = `
CREATE FUNCTION tenant_here() RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('polyprism.tenant', true), '') $$;
CREATE FUNCTION user_here() RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('polyprism.user', true), '') $$;
CREATE FUNCTION party_here() RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('polyprism.party', true), '') $$;
CREATE FUNCTION has_role(wanted text) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT coalesce(
    wanted = ANY (string_to_array(current_setting('polyprism.roles', true), ',')), false) $$;
`;

const tables = `
CREATE TABLE tenant (
  id text COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  party text NOT NULL
    CHECK (party IN ('regulator', 'association', 'platform', 'operator', 'consumer')),
  name text NOT NULL,
  time_zone text NOT NULL,
  opened_at timestamptz(3) NOT NULL DEFAULT now(),
  closed_at timestamptz(3),
  CHECK ((id = 'public') = (party = 'consumer'))
);
CREATE TABLE tenant_setting (
  tenant_id text NOT NULL REFERENCES tenant,
  name text COLLATE "C" NOT NULL,
  value jsonb NOT NULL,
  PRIMARY KEY (tenant_id, name)
);
CREATE TABLE app_user (
  id text COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  login text COLLATE "C" UNIQUE,
  name text NOT NULL,
  language text NOT NULL DEFAULT 'zh' CHECK (language IN ('zh', 'en')),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  disabled_at timestamptz(3)
);
CREATE TABLE membership (
  user_id text NOT NULL REFERENCES app_user,
  tenant_id text NOT NULL REFERENCES tenant,
  role text COLLATE "C" NOT NULL
    CHECK (role IN ('admin', 'handler', 'approver', 'reader', 'auditor')),
  since timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, tenant_id, role)
);
CREATE INDEX membership_of_tenant ON membership (tenant_id, user_id);
CREATE TABLE credential (
  id text COLLATE "C" PRIMARY KEY,
  user_id text NOT NULL REFERENCES app_user,
  kind text NOT NULL CHECK (kind IN ('password', 'totp', 'oidc', 'recovery')),
  -- argon2 text, sealed TOTP secret or digest of a recovery code; empty for oidc
  secret text NOT NULL,
  issuer text COLLATE "C",
  subject text COLLATE "C",
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  used_at timestamptz(3),
  -- the last time step of a one-time code that was taken: a code works once
  used_step bigint,
  revoked_at timestamptz(3),
  CHECK ((kind = 'oidc') = (issuer IS NOT NULL AND subject IS NOT NULL)),
  UNIQUE (issuer, subject)
);
CREATE INDEX credential_of_user ON credential (user_id);
CREATE TABLE session (
  -- SHA-256 of the token: the token itself is known to its holder alone
  digest bytea PRIMARY KEY CHECK (length(digest) = 32),
  user_id text NOT NULL REFERENCES app_user,
  tenant_id text NOT NULL REFERENCES tenant,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  seen_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  second_factor_at timestamptz(3),
  revoked_at timestamptz(3)
);
CREATE INDEX session_of_user ON session (user_id);
CREATE INDEX session_expires ON session (expires_at);
CREATE TABLE api_key (
  id text COLLATE "C" PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenant,
  -- who made it; what is done with it is done in this user's name
  user_id text NOT NULL REFERENCES app_user,
  name text NOT NULL,
  digest bytea NOT NULL UNIQUE CHECK (length(digest) = 32),
  roles text[] NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3),
  used_at timestamptz(3),
  revoked_at timestamptz(3)
);
CREATE INDEX api_key_of_tenant ON api_key (tenant_id);
INSERT INTO tenant (id, party, name, time_zone)
  VALUES ('public', 'consumer', 'public', 'Asia/Shanghai');
`;

const walls = [
  // Who supervises and who is supervised is no secret: names of tenants are open to all.
  wall('tenant', { read: 'true', system: 'SELECT, INSERT, UPDATE' }),
  wall('tenant_setting', {
    read: mine,
    add: administers,
    change: administers,
    remove: administers,
    system: 'SELECT, INSERT, UPDATE, DELETE',
  }),
  wall('membership', {
    read: `(${mine}) OR user_id = ${me}`,
    add: administers,
    remove: administers,
    system: 'SELECT, INSERT, DELETE',
  }),
  wall('app_user', {
    read: `id = ${me} OR EXISTS (SELECT FROM membership m
      WHERE m.user_id = app_user.id AND m.tenant_id = ${here} AND m.tenant_id <> 'public')`,
    change: `id = ${me}`,
    changeColumns: 'name, language',
    system: 'SELECT, INSERT, UPDATE',
  }),
  wall('credential', {
    read: `user_id = ${me}`,
    add: `user_id = ${me}`,
    change: `user_id = ${me}`,
    changeColumns: 'used_at, used_step, revoked_at',
    system: 'SELECT, INSERT, UPDATE',
  }),
  wall('session', {
    read: `user_id = ${me}`,
    change: `user_id = ${me}`,
    changeColumns: 'seen_at, revoked_at',
    system: 'SELECT, INSERT, UPDATE, DELETE',
  }),
  wall('api_key', {
    read: mine,
    add: `${administers} AND user_id = ${me}`,
    change: administers,
    changeColumns: 'revoked_at',
    system: 'SELECT, INSERT, UPDATE',
  }),
];

/** Who acts: tenants, users, what they may do where, and how they show who they are. */
export const people: Migration = {
  number: 1,
  name: 'people',
  sql: [functions, tables, ...walls].join('\n'),
};
