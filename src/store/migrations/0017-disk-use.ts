import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const table = `
-- What a tenant keeps in the workspace: an upload by the size that was announced, an inspection by
-- what came of it. An upload has one writer at a time, of all processes: its holder, until then.
CREATE TABLE disk_use (
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('upload', 'inspection')),
  id text COLLATE "C" NOT NULL,
  tenant_id text NOT NULL REFERENCES tenant,
  bytes bigint NOT NULL CHECK (bytes >= 0),
  holder text COLLATE "C",
  held_until timestamptz(3),
  PRIMARY KEY (kind, id)
);
CREATE INDEX disk_use_of_tenant ON disk_use (tenant_id) INCLUDE (bytes);
`;

/** How much of the disk is whose. */
export const diskUse: Migration = {
  number: 17,
  name: 'disk-use',
  sql: [
    table,
    wall('disk_use', {
      read: `tenant_id = (SELECT tenant_here()) AND tenant_id <> 'public'`,
      system: 'SELECT, INSERT, UPDATE, DELETE',
    }),
  ].join('\n'),
};
