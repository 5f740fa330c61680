import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const mine = `tenant_id = (SELECT tenant_here()) AND tenant_id <> 'public'`;

const tables = `
-- Commission plans a tenant keeps to study them; nothing in them was found of anybody.
CREATE TABLE saved_plan (
  id text COLLATE "C" PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenant,
  user_id text COLLATE "C" NOT NULL,
  title text NOT NULL,
  plan text NOT NULL,
  assumptions text,
  created_at timestamptz(3) NOT NULL,
  -- SHA-256 of the secret by which it is read elsewhere; null where it is not shared
  link bytea UNIQUE CHECK (length(link) = 32)
);
CREATE INDEX saved_plan_of_tenant ON saved_plan (tenant_id, id);
`;

/** Plans saved by tenants, with the links to them. */
export const plans: Migration = {
  number: 21,
  name: 'plans',
  sql: [
    tables,
    wall('saved_plan', {
      read: mine,
      add: `${mine} AND user_id = (SELECT user_here())`,
      addColumns: 'id, tenant_id, user_id, title, plan, assumptions, created_at',
      change: mine,
      changeColumns: 'link',
      remove: mine,
      system: 'SELECT, INSERT',
    }),
  ].join('\n'),
};
