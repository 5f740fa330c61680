import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const mine = `tenant_id = (SELECT tenant_here()) AND tenant_id <> 'public'`;
const administers = `${mine} AND (SELECT has_role('admin'))`;
const looks = `${mine} AND ((SELECT has_role('admin')) OR (SELECT has_role('auditor')))`;

const tables = `
-- Where a tenant wants to be told of what happens to its matters; none until it says so.
CREATE TABLE webhook (
  id text COLLATE "C" PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenant,
  user_id text NOT NULL REFERENCES app_user,
  url text NOT NULL,
  -- sealed with the key of the installation
  secret text NOT NULL,
  -- types of events; all where empty
  types text[] NOT NULL,
  created_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3)
);
CREATE INDEX webhook_of_tenant ON webhook (tenant_id) WHERE revoked_at IS NULL;
-- One event to one webhook: what it is about, and how far it got. No text of anybody.
CREATE TABLE webhook_delivery (
  id text COLLATE "C" PRIMARY KEY,
  webhook_id text COLLATE "C" NOT NULL REFERENCES webhook,
  tenant_id text NOT NULL,
  outbox_id bigint NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  number integer NOT NULL,
  type text COLLATE "C" NOT NULL,
  at timestamptz(3) NOT NULL,
  state text COLLATE "C" NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'delivered', 'dead')),
  tries integer NOT NULL DEFAULT 0,
  next_at timestamptz(3) NOT NULL,
  -- of the last try: the status that came back, or why none did
  status integer,
  code text COLLATE "C",
  ended_at timestamptz(3),
  UNIQUE (webhook_id, outbox_id)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_at, id) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_of ON webhook_delivery (webhook_id, id);
CREATE INDEX webhook_delivery_ended ON webhook_delivery (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
`;

const walls = [
  wall('webhook', {
    read: looks,
    add: `${administers} AND user_id = (SELECT user_here())`,
    change: administers,
    changeColumns: 'revoked_at',
    system: 'SELECT, UPDATE',
  }),
  wall('webhook_delivery', {
    read: looks,
    change: administers,
    changeColumns: 'state, tries, next_at, ended_at',
    system: 'SELECT, INSERT, UPDATE, DELETE',
  }),
];

/** Telling others' systems: where to, and what became of each message. */
export const webhooks: Migration = {
  number: 10,
  name: 'webhooks',
  sql: [tables, ...walls].join('\n'),
};
