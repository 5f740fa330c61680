import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const here = '(SELECT tenant_here())';
const mine = `tenant_id = ${here} AND tenant_id <> 'public'`;
const platform = `${mine} AND (SELECT party_here()) = 'platform'`;

const tables = `
-- Where the inbox of a platform ends. Its row is held by who appends until the commit: that is what
-- makes positions run without holes in the order in which entries become visible.
CREATE TABLE inbox_end (
  tenant_id text PRIMARY KEY REFERENCES tenant,
  position bigint NOT NULL CHECK (position >= 0)
);
CREATE TABLE inbox_entry (
  tenant_id text NOT NULL REFERENCES tenant,
  position bigint NOT NULL CHECK (position > 0),
  came_at timestamptz(3) NOT NULL DEFAULT now(),
  -- id the source gave; null where a legal day began
  event_id text COLLATE "C",
  -- SHA-256 of the event's canonical JSON
  digest bytea CHECK (length(digest) = 32),
  -- that JSON: text, since jsonb keeps neither its spelling nor every character
  event text,
  day date,
  PRIMARY KEY (tenant_id, position),
  UNIQUE (tenant_id, event_id),
  UNIQUE (tenant_id, day),
  CHECK ((day IS NULL) = (event_id IS NOT NULL AND digest IS NOT NULL AND event IS NOT NULL))
);
-- How far the alerts of a platform have been worked out, with which packs, currency and zone.
CREATE TABLE live_progress (
  tenant_id text PRIMARY KEY REFERENCES tenant,
  context text COLLATE "C" NOT NULL,
  position bigint NOT NULL CHECK (position >= 0),
  -- of the latest change of an alert
  number bigint NOT NULL DEFAULT 0
);
CREATE TABLE alert (
  tenant_id text NOT NULL REFERENCES tenant,
  id text COLLATE "C" NOT NULL,
  -- numbers of the changes that raised it and made it what it is
  raised bigint NOT NULL,
  changed bigint NOT NULL,
  standing boolean NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('provision', 'line')),
  -- the provision, or the line
  about text COLLATE "C" NOT NULL,
  alert text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX alert_by_raised ON alert (tenant_id, raised);
CREATE TABLE alert_change (
  tenant_id text NOT NULL REFERENCES tenant,
  number bigint NOT NULL CHECK (number > 0),
  -- the entry that led to it
  position bigint NOT NULL,
  change text COLLATE "C" NOT NULL CHECK (change IN ('raised', 'changed', 'cleared')),
  alert text NOT NULL,
  PRIMARY KEY (tenant_id, number)
);
-- How the messages of a shop become events.
CREATE TABLE webhook_mapping (
  tenant_id text NOT NULL REFERENCES tenant,
  name text COLLATE "C" NOT NULL,
  source text NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, name)
);
${['inbox_entry', 'alert_change']
  .map(
    (table) => `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  )
  .join('\n')}
`;

/** A regulator reads of the platforms it supervises today, by its own calendar. */
const supervised = (table: string): string => `(${mine}) OR ((SELECT party_here()) = 'regulator'
  AND EXISTS (SELECT FROM jurisdiction j JOIN tenant t ON t.id = j.regulator_id
    WHERE j.regulator_id = ${here} AND j.platform_id = ${table}.tenant_id
      AND (now() AT TIME ZONE t.time_zone)::date >= j.since
      AND (now() AT TIME ZONE t.time_zone)::date <= coalesce(j.until, 'infinity')))`;

const walls = [
  wall('inbox_end', {
    read: mine,
    add: platform,
    change: platform,
    changeColumns: 'position',
    system: 'SELECT, INSERT, UPDATE',
  }),
  wall('inbox_entry', {
    read: mine,
    // Legal days are noted by the program alone.
    add: platform,
    addColumns: 'tenant_id, position, event_id, digest, event',
    system: 'SELECT, INSERT',
  }),
  wall('live_progress', { read: mine, system: 'SELECT, INSERT, UPDATE' }),
  wall('alert', { read: supervised('alert'), system: 'SELECT, INSERT, UPDATE' }),
  wall('alert_change', { read: supervised('alert_change'), system: 'SELECT, INSERT' }),
  wall('webhook_mapping', {
    read: mine,
    add: `${platform} AND (SELECT has_role('admin'))`,
    addColumns: 'tenant_id, name, source',
    change: `${platform} AND (SELECT has_role('admin'))`,
    changeColumns: 'source, at',
    remove: `${platform} AND (SELECT has_role('admin'))`,
    system: 'SELECT, INSERT',
  }),
];

/** What happens on a platform as it happens: its inbox, the alerts worked out of it, webhooks. */
export const live: Migration = {
  number: 6,
  name: 'live',
  sql: [tables, ...walls].join('\n'),
};
