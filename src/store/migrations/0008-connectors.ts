import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const here = '(SELECT tenant_here())';
const mine = `tenant_id = ${here} AND tenant_id <> 'public'`;
const administers = `${mine} AND (SELECT has_role('admin'))`;

const tables = `
-- A database that is read again and again; its address without, and sealed with, the password.
CREATE TABLE connector (
  id text COLLATE "C" PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenant,
  -- inspections are made in this user's name
  user_id text NOT NULL REFERENCES app_user,
  name text NOT NULL,
  address text NOT NULL,
  sealed text NOT NULL,
  packs text[] NOT NULL,
  platform_id text REFERENCES tenant,
  -- five fields, in the zone; null where it is run by hand
  cron text,
  time_zone text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  ended_at timestamptz(3),
  last_run_at timestamptz(3),
  last_inspection_id text COLLATE "C",
  last_ended_at timestamptz(3),
  -- why the last run failed, and how many did in a row
  last_code text,
  failures integer NOT NULL DEFAULT 0
);
CREATE INDEX connector_of_tenant ON connector (tenant_id, id);
`;

const walls = [
  wall('connector', {
    read: mine,
    add: `${administers} AND user_id = (SELECT user_here())`,
    addColumns: `id, tenant_id, user_id, name, address, sealed, packs, platform_id, cron,
      time_zone, created_at`,
    change: administers,
    changeColumns: 'ended_at',
    system: 'SELECT, INSERT, UPDATE',
  }),
];

/** Databases that are inspected on a schedule. */
export const connectors: Migration = {
  number: 8,
  name: 'connectors',
  sql: [tables, ...walls].join('\n'),
};
