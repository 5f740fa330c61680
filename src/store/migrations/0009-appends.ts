import type { Migration } from './migration.ts';

/**
 * One call appends: PostgreSQL plans what is in it once per connection, and row security holds for
 * every statement, as it runs with the rights of whoever calls it. NULL positions: nothing was
 * written; `has` says how many events the matter has, NULL where the caller sees none.
 * `patient` waits for whoever else holds the matter.
 */
const functions = `
CREATE FUNCTION append_events(
  matter text, expected integer, patient boolean,
  kind_is text, owner_is text, opened date,
  -- what its events come to
  last_number integer, status_is text, title_is text, last_is timestamptz, assignee_is text,
  queue_is text, tags_are text[],
  faces text[], parties text[], tenants text[], users text[],
  numbers integer[], types text[], ats timestamptz[], payloads text[], salts bytea[],
  entries bytea[], texts text[],
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
    INSERT INTO event_words (position, matter_id, words)
      SELECT w.position, matter, t.words::tsvector
      FROM written w JOIN unnest(numbers, texts) t (number, words) ON t.number = w.number
  )
  SELECT array_agg(w.position ORDER BY w.number) INTO positions FROM written w;
END $$;
-- The same in the name of somebody: for transactions in which many people write, one each.
CREATE FUNCTION append_as(
  tenant text, who text, party_is text, roles_are text,
  matter text, expected integer,
  kind_is text, owner_is text, opened date,
  last_number integer, status_is text, title_is text, last_is timestamptz, assignee_is text,
  queue_is text, tags_are text[],
  faces text[], parties text[], tenants text[], users text[],
  numbers integer[], types text[], ats timestamptz[], payloads text[], salts bytea[],
  entries bytea[], texts text[],
  OUT has integer, OUT positions bigint[]
) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('polyprism.tenant', tenant, true), set_config('polyprism.user', who, true),
    set_config('polyprism.party', party_is, true), set_config('polyprism.roles', roles_are, true);
  SELECT a.has, a.positions INTO has, positions FROM append_events(
    matter, expected, false, kind_is, owner_is, opened, last_number, status_is, title_is, last_is,
    assignee_is, queue_is, tags_are, faces, parties, tenants, users,
    numbers, types, ats, payloads, salts, entries, texts) a;
END $$;
-- Filled from matter_party, whose tenants exist: a key of its own would lock the row of a tenant
-- in every append of its matters.
ALTER TABLE outbox DROP CONSTRAINT outbox_tenant_id_fkey;
`;

/** Appending events as one statement. */
export const appends: Migration = { number: 9, name: 'appends', sql: functions };
