import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const here = '(SELECT tenant_here())';
const me = '(SELECT user_here())';
/** The actor's own place in a matter: the whole tenant's, or this user's. */
const own = `tenant_id = ${here}
  AND ((user_id IS NULL AND tenant_id <> 'public') OR user_id = ${me})`;
const seen = (matter: string): string =>
  `EXISTS (SELECT FROM matter_party p WHERE p.matter_id = ${matter})`;

const tables = `
-- JSON of PostgreSQL has no U+0000, which a text may have; what is looked at holds none.
CREATE FUNCTION as_json(payload text) RETURNS json LANGUAGE sql IMMUTABLE
  AS $$ SELECT replace(payload, '\\u0000', '\\u0001')::json $$;
CREATE TABLE matter (
  id text COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  kind text COLLATE "C" NOT NULL,
  owner_tenant_id text NOT NULL REFERENCES tenant,
  -- all that follows is worked out from the events, and can be again
  number integer NOT NULL CHECK (number > 0),
  status text COLLATE "C" NOT NULL,
  title text NOT NULL,
  opened_on date NOT NULL,
  last_at timestamptz(3) NOT NULL,
  assignee text,
  queue text,
  tags text[] NOT NULL,
  -- the nearest last day of its terms, which change as calendars and laws are published
  due_on date
);
CREATE INDEX matter_of_owner ON matter (owner_tenant_id, last_at DESC, id);
CREATE INDEX matter_due ON matter (due_on) WHERE due_on IS NOT NULL;
CREATE TABLE matter_party (
  matter_id text COLLATE "C" NOT NULL,
  tenant_id text NOT NULL REFERENCES tenant,
  user_id text COLLATE "C",
  face text COLLATE "C" NOT NULL CHECK (face IN ('owner', 'applicant', 'subject', 'helper')),
  party text COLLATE "C" NOT NULL,
  -- set by the database alone: the transaction in which the row came
  came_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  UNIQUE NULLS NOT DISTINCT (matter_id, tenant_id, user_id, face),
  CHECK (tenant_id <> 'public' OR user_id IS NOT NULL)
);
CREATE UNIQUE INDEX matter_party_owner ON matter_party (matter_id) WHERE face = 'owner';
CREATE INDEX matter_party_of_tenant ON matter_party (tenant_id, user_id, matter_id);
CREATE TABLE event (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  matter_id text COLLATE "C" NOT NULL REFERENCES matter,
  number integer NOT NULL CHECK (number > 0),
  type text COLLATE "C" NOT NULL,
  at timestamptz(3) NOT NULL,
  -- the whole event as canonical JSON: the bytes its digest is of
  payload text NOT NULL,
  -- the log gets a digest of salt and payload only, so that it tells nothing by itself
  salt bytea NOT NULL CHECK (length(salt) = 32),
  entry bytea NOT NULL CHECK (length(entry) = 32),
  UNIQUE (matter_id, number),
  CHECK (as_json(payload) ->> 'matter_id' = matter_id),
  CHECK ((as_json(payload) ->> 'number')::integer = number),
  CHECK (as_json(payload) ->> 'type' = type)
);
-- What can be searched for in the text of an event; made from it, and can be made again.
CREATE TABLE event_words (
  position bigint PRIMARY KEY REFERENCES event,
  matter_id text COLLATE "C" NOT NULL,
  words tsvector NOT NULL
);
CREATE INDEX event_words_gin ON event_words USING gin (words);
CREATE INDEX event_words_of_matter ON event_words (matter_id);
CREATE TABLE idempotency (
  tenant_id text NOT NULL REFERENCES tenant,
  user_id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  request bytea NOT NULL CHECK (length(request) = 32),
  -- canonical JSON
  answer text,
  at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, user_id, key)
);
CREATE INDEX idempotency_at ON idempotency (at);
`;

const functions = `
-- Who may add parties: whoever opens the matter in this transaction, and then its owner.
CREATE FUNCTION opens_or_owns(matter text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = polyprism
  AS $$ SELECT EXISTS (SELECT FROM matter_party p
    WHERE p.matter_id = matter AND p.face = 'owner'
      AND (p.came_in = pg_current_xact_id_if_assigned()
        OR (p.tenant_id = tenant_here()
          AND ((p.user_id IS NULL AND p.tenant_id <> 'public')
            OR p.user_id = user_here())))) $$;
-- Row security would keep the index from being used (its operator is not leakproof): this looks
-- for itself at who asks. Newest matter first.
CREATE FUNCTION matters_with(terms tsquery[], most integer) RETURNS SETOF text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = polyprism
  AS $$ SELECT m.id FROM matter m
    WHERE m.id IN (SELECT w.matter_id FROM event_words w WHERE w.words @@ terms[1])
      AND NOT EXISTS (SELECT FROM unnest(terms[2:]) term WHERE NOT EXISTS
        (SELECT FROM event_words w WHERE w.matter_id = m.id AND w.words @@ term))
      AND EXISTS (SELECT FROM matter_party p WHERE p.matter_id = m.id
        AND p.tenant_id = tenant_here()
        AND ((p.user_id IS NULL AND p.tenant_id <> 'public') OR p.user_id = user_here()))
    ORDER BY m.last_at DESC, m.id LIMIT most $$;
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const events = [
  'matter_id, number, type, at, payload, salt, entry',
  // Nobody writes in another's name, whatever the program thinks.
  `${seen('event.matter_id')}
   AND as_json(payload) #>> '{actor,tenant_id}' = ${here}
   AND as_json(payload) #>> '{actor,user_id}' = ${me}`,
] as const;

const matterColumns = `number, status, title, last_at, assignee, queue, tags, due_on`;

const walls = [
  wall('matter', {
    read: seen('matter.id'),
    add: 'opens_or_owns(id)',
    change: seen('matter.id'),
    changeColumns: matterColumns,
    system: 'SELECT, INSERT, UPDATE',
  }),
  wall('matter_party', {
    read: own,
    // A matter has one owner row, ever; who adds it opens the matter.
    add: `face = 'owner' OR opens_or_owns(matter_id)`,
    addColumns: 'matter_id, tenant_id, user_id, face, party',
    system: 'SELECT, INSERT',
  }),
  wall('event', {
    read: seen('event.matter_id'),
    add: events[1],
    addColumns: events[0],
    system: 'SELECT, INSERT',
  }),
  wall('event_words', {
    read: seen('event_words.matter_id'),
    add: seen('event_words.matter_id'),
    system: 'SELECT, INSERT, UPDATE',
  }),
  wall('idempotency', {
    read: `tenant_id = ${here} AND user_id = ${me}`,
    add: `tenant_id = ${here} AND user_id = ${me}`,
    change: `tenant_id = ${here} AND user_id = ${me}`,
    changeColumns: 'answer',
    system: 'SELECT, INSERT, UPDATE, DELETE',
  }),
];

/** Casework: matters, who sees them, their events, and requests that take hold once. */
export const matters: Migration = {
  number: 3,
  name: 'matters',
  sql: [tables, functions, ...walls].join('\n'),
};
