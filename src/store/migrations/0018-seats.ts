import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const here = '(SELECT tenant_here())';
const me = '(SELECT user_here())';

const own = `tenant_id = ${here}
  AND ((user_id = '' AND tenant_id <> 'public') OR user_id = ${me})`;

const tables = `
-- A reader's place in a matter with all that lists say of it there: one row for each tenant and for
-- each person named, so that a page is a walk along an index. Worked out from the events, and can
-- be again; what is due, by the law and the calendar of the day.
CREATE TABLE matter_seat (
  matter_id text COLLATE "C" NOT NULL REFERENCES matter,
  tenant_id text COLLATE "C" NOT NULL,
  -- empty: everybody of the tenant
  user_id text COLLATE "C" NOT NULL,
  faces text[] NOT NULL,
  owns boolean NOT NULL,
  kind text COLLATE "C" NOT NULL,
  owner_tenant_id text COLLATE "C" NOT NULL,
  opened_on date NOT NULL,
  status text COLLATE "C",
  title text,
  last_at timestamptz(3) NOT NULL,
  number integer NOT NULL,
  -- the types of events shown; none where all are, to the owner
  types text[] COLLATE "C" NOT NULL,
  assignee text COLLATE "C",
  queue text COLLATE "C",
  tags text[] COLLATE "C" NOT NULL,
  -- to be handled by this tenant, and by nobody of it yet
  unassigned boolean NOT NULL,
  due_on date,
  due_clock text COLLATE "C",
  due_unknown boolean NOT NULL DEFAULT false,
  -- what pages are in the order of, all of it ascending: last days, then the latest event first
  due_key date NOT NULL DEFAULT 'infinity',
  -- milliseconds of last_at before 1970
  late bigint NOT NULL,
  PRIMARY KEY (matter_id, tenant_id, user_id),
  CHECK (tenant_id <> 'public' OR user_id <> ''),
  CHECK (due_key = coalesce(due_on, 'infinity'))
);
CREATE INDEX matter_seat_due ON matter_seat (tenant_id, user_id, due_key, late, matter_id);
CREATE INDEX matter_seat_late ON matter_seat (tenant_id, user_id, late, matter_id);
CREATE INDEX matter_seat_kind ON matter_seat (tenant_id, user_id, kind, due_key, late, matter_id);
CREATE INDEX matter_seat_status
  ON matter_seat (tenant_id, user_id, status, due_key, late, matter_id);
CREATE INDEX matter_seat_queue
  ON matter_seat (tenant_id, user_id, queue, due_key, late, matter_id) WHERE queue IS NOT NULL;
CREATE INDEX matter_seat_assignee
  ON matter_seat (tenant_id, user_id, assignee, due_key, late, matter_id)
  WHERE assignee IS NOT NULL;
CREATE INDEX matter_seat_unassigned
  ON matter_seat (tenant_id, user_id, due_key, late, matter_id) WHERE unassigned;
CREATE INDEX matter_seat_owed ON matter_seat (tenant_id, user_id, due_key, kind, assignee)
  WHERE owns AND due_on IS NOT NULL;
-- The tags of places, one a row: an array has no index that row security lets be used.
CREATE TABLE matter_tag (
  tenant_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  tag text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant_id, user_id, tag, matter_id),
  FOREIGN KEY (matter_id, tenant_id, user_id) REFERENCES matter_seat
);
CREATE INDEX matter_tag_of_matter ON matter_tag (matter_id);
ALTER TABLE matter DROP COLUMN due_on;
-- What of an event others than the owner are told; NULL where that is all of its words.
ALTER TABLE event_words ADD COLUMN told tsvector;
`;

const seats = `
-- Whether whoever acts may write what is worked out of a matter: a party of it, or the program.
CREATE FUNCTION writes_matter(matter text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = polyprism
  AS $$ SELECT CASE current_setting('role') WHEN 'polyprism_system' THEN true
    ELSE EXISTS (SELECT FROM matter_party p WHERE p.matter_id = matter
      AND p.tenant_id = tenant_here()
      AND ((p.user_id IS NULL AND p.tenant_id <> 'public') OR p.user_id = user_here())) END $$;
-- Places of others too, which row security would hide: only of parties of the matter.
CREATE FUNCTION put_seats(matter text, seats jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = polyprism AS $$
BEGIN
  IF NOT writes_matter(matter) THEN RETURN; END IF;
  INSERT INTO matter_seat AS old (matter_id, tenant_id, user_id, faces, owns, kind,
      owner_tenant_id, opened_on, status, title, last_at, number, types, assignee, queue, tags,
      unassigned, late)
    SELECT matter, s.tenant_id, s.user_id, s.faces, s.owns, s.kind, s.owner_tenant_id,
      s.opened_on, s.status, s.title, s.last_at, s.number, s.types, s.assignee, s.queue, s.tags,
      s.unassigned, s.late
    FROM jsonb_to_recordset(seats) s (tenant_id text, user_id text, faces text[], owns boolean,
      kind text, owner_tenant_id text, opened_on date, status text, title text,
      last_at timestamptz, number integer, types text[], assignee text, queue text, tags text[],
      unassigned boolean, late bigint)
    WHERE EXISTS (SELECT FROM matter_party p WHERE p.matter_id = matter
      AND p.tenant_id = s.tenant_id AND coalesce(p.user_id, '') = s.user_id)
  ON CONFLICT (matter_id, tenant_id, user_id) DO UPDATE SET faces = excluded.faces,
      owns = excluded.owns, status = excluded.status, title = excluded.title,
      last_at = excluded.last_at, number = excluded.number, types = excluded.types,
      assignee = excluded.assignee, queue = excluded.queue, tags = excluded.tags,
      unassigned = excluded.unassigned, late = excluded.late
    WHERE (old.faces, old.owns, old.status, old.title, old.last_at, old.number, old.types,
        old.assignee, old.queue, old.tags, old.unassigned)
      IS DISTINCT FROM (excluded.faces, excluded.owns, excluded.status, excluded.title,
        excluded.last_at, excluded.number, excluded.types, excluded.assignee, excluded.queue,
        excluded.tags, excluded.unassigned);
  DELETE FROM matter_tag t WHERE t.matter_id = matter AND NOT EXISTS (SELECT FROM matter_seat s
    WHERE s.matter_id = matter AND s.tenant_id = t.tenant_id AND s.user_id = t.user_id
      AND t.tag = ANY (s.tags));
  INSERT INTO matter_tag (tenant_id, user_id, tag, matter_id)
    SELECT s.tenant_id, s.user_id, g.tag, matter FROM matter_seat s, unnest(s.tags) g (tag)
    WHERE s.matter_id = matter ON CONFLICT DO NOTHING;
END $$;
CREATE FUNCTION note_dues(matter text, dues jsonb) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = polyprism
  AS $$ UPDATE matter_seat s
    SET due_on = d.due_on, due_key = coalesce(d.due_on, 'infinity'),
      due_clock = d.due_clock, due_unknown = d.due_unknown
    FROM jsonb_to_recordset(dues)
      d (tenant_id text, user_id text, due_on date, due_clock text, due_unknown boolean)
    WHERE s.matter_id = matter AND s.tenant_id = d.tenant_id AND s.user_id = d.user_id
      AND (s.due_on, s.due_clock, s.due_unknown)
        IS DISTINCT FROM (d.due_on, d.due_clock, d.due_unknown)
      AND writes_matter(matter) $$;
`;

/** Whether a place `s` is shown events with all the terms. */
const hasWords = `NOT EXISTS (SELECT FROM unnest(terms) wanted WHERE NOT EXISTS
  (SELECT FROM event_words w WHERE w.matter_id = s.matter_id
    AND CASE WHEN s.owns THEN w.words @@ wanted
      ELSE coalesce(w.told, w.words) @@ wanted AND (SELECT e.type FROM event e
        WHERE e.position = w.position) = ANY (s.types) END))`;

/**
 * As row security would keep the index of words from being used (its operator is not leakproof),
 * the search looks for itself at who asks, and at what that reader is told. A term that few events
 * have gives the matters to look at; where all are common, the reader's matters are gone through
 * from the latest on.
 */
const search = `
DROP FUNCTION matters_with(tsquery[], integer);
CREATE FUNCTION matters_with(terms tsquery[], most integer) RETURNS SETOF text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = polyprism
  SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  few constant integer := 2000;
  term tsquery;
  candidates text[];
BEGIN
  FOREACH term IN ARRAY terms LOOP
    SELECT array_agg(w.matter_id) INTO candidates
      FROM (SELECT matter_id FROM event_words WHERE words @@ term LIMIT few + 1) w;
    EXIT WHEN coalesce(cardinality(candidates), 0) <= few;
  END LOOP;
  IF coalesce(cardinality(candidates), 0) <= few THEN
    RETURN QUERY SELECT s.matter_id FROM matter_seat s
      WHERE s.matter_id = ANY (candidates) AND s.tenant_id = tenant_here()
        AND s.user_id IN ('', user_here()) AND ${hasWords}
      GROUP BY s.matter_id ORDER BY min(s.late), s.matter_id LIMIT most;
  ELSE
    RETURN QUERY SELECT f.matter_id FROM (
        (SELECT s.matter_id, s.late FROM matter_seat s
          WHERE s.tenant_id = tenant_here() AND s.user_id = '' AND ${hasWords}
          ORDER BY s.late, s.matter_id LIMIT most)
        UNION ALL
        (SELECT s.matter_id, s.late FROM matter_seat s
          WHERE s.tenant_id = tenant_here() AND s.user_id = user_here() AND ${hasWords}
          ORDER BY s.late, s.matter_id LIMIT most)) f
      GROUP BY f.matter_id ORDER BY min(f.late), f.matter_id LIMIT most;
  END IF;
END $$;
`;

const appends = `
DROP FUNCTION append_as(text, text, text, text, text, integer, text, text, date, integer, text,
  text, timestamptz, text, text, text[], text[], text[], text[], text[], integer[], text[],
  timestamptz[], text[], bytea[], bytea[], text[]);
DROP FUNCTION append_events(text, integer, boolean, text, text, date, integer, text, text,
  timestamptz, text, text, text[], text[], text[], text[], text[], integer[], text[],
  timestamptz[], text[], bytea[], bytea[], text[]);
CREATE FUNCTION append_events(
  matter text, expected integer, patient boolean,
  kind_is text, owner_is text, opened date,
  -- what its events come to
  last_number integer, status_is text, title_is text, last_is timestamptz, assignee_is text,
  queue_is text, tags_are text[], seats jsonb,
  faces text[], parties text[], tenants text[], users text[],
  numbers integer[], types text[], ats timestamptz[], payloads text[], salts bytea[],
  entries bytea[], texts text[], told text[],
  OUT has integer, OUT positions bigint[]
) LANGUAGE plpgsql AS $$
DECLARE added bigint;
BEGIN
  IF patient THEN
    SELECT m.number INTO has FROM matter m WHERE m.id = matter FOR UPDATE;
  ELSE
    SELECT m.number INTO has FROM matter m WHERE m.id = matter FOR UPDATE SKIP LOCKED;
  END IF;
  IF coalesce(has, 0) <> expected THEN RETURN; END IF;
  IF expected = 0 THEN
    -- The owner's row comes first: it is what lets the others in (see migration 3).
    INSERT INTO matter_party (matter_id, tenant_id, user_id, face, party)
      SELECT matter, p.tenant, p.who, p.face, p.party
      FROM unnest(faces, parties, tenants, users) p (face, party, tenant, who)
      WHERE p.face = 'owner' ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;
    IF added <> 1 THEN has := 1; RETURN; END IF;
  END IF;
  IF expected > 0 OR cardinality(faces) > 1 THEN
    INSERT INTO matter_party (matter_id, tenant_id, user_id, face, party)
      SELECT matter, p.tenant, p.who, p.face, p.party
      FROM unnest(faces, parties, tenants, users) p (face, party, tenant, who)
      WHERE expected > 0 OR p.face <> 'owner' ON CONFLICT DO NOTHING;
  END IF;
  IF expected = 0 THEN
    INSERT INTO matter (id, kind, owner_tenant_id, opened_on, number, status, title, last_at,
        assignee, queue, tags)
      VALUES (matter, kind_is, owner_is, opened, last_number, status_is, title_is, last_is,
        assignee_is, queue_is, tags_are);
  ELSE
    UPDATE matter m SET number = last_number, status = status_is, title = title_is,
        last_at = last_is, assignee = assignee_is, queue = queue_is, tags = tags_are
      WHERE m.id = matter;
  END IF;
  WITH written AS (
    INSERT INTO event (matter_id, number, type, at, payload, salt, entry)
      SELECT matter, e.number, e.type, e.at, e.payload, e.salt, e.entry
      FROM unnest(numbers, types, ats, payloads, salts, entries)
        e (number, type, at, payload, salt, entry)
      RETURNING event.position, event.number
  ), searched AS (
    INSERT INTO event_words (position, matter_id, words, told)
      SELECT w.position, matter, t.words::tsvector, t.told::tsvector
      FROM written w JOIN unnest(numbers, texts, told) t (number, words, told)
        ON t.number = w.number
  )
  SELECT array_agg(w.position ORDER BY w.number) INTO positions FROM written w;
  PERFORM put_seats(matter, seats);
END $$;
-- The same in the name of somebody: for transactions in which many people write, one each.
CREATE FUNCTION append_as(
  tenant text, who text, party_is text, roles_are text,
  matter text, expected integer,
  kind_is text, owner_is text, opened date,
  last_number integer, status_is text, title_is text, last_is timestamptz, assignee_is text,
  queue_is text, tags_are text[], seats jsonb,
  faces text[], parties text[], tenants text[], users text[],
  numbers integer[], types text[], ats timestamptz[], payloads text[], salts bytea[],
  entries bytea[], texts text[], told text[],
  OUT has integer, OUT positions bigint[]
) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('polyprism.tenant', tenant, true), set_config('polyprism.user', who, true),
    set_config('polyprism.party', party_is, true), set_config('polyprism.roles', roles_are, true);
  SELECT a.has, a.positions INTO has, positions FROM append_events(
    matter, expected, false, kind_is, owner_is, opened, last_number, status_is, title_is, last_is,
    assignee_is, queue_is, tags_are, seats, faces, parties, tenants, users,
    numbers, types, ats, payloads, salts, entries, texts, told) a;
END $$;
`;

/** Lists of matters as walks along an index, for every side. */
export const matterSeats: Migration = {
  number: 18,
  name: 'seats',
  sql: [
    tables,
    wall('matter_seat', { read: own, system: 'SELECT' }),
    wall('matter_tag', { read: own, system: 'SELECT' }),
    seats,
    search,
    appends,
  ].join('\n'),
};
