import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const mine = `tenant_id = (SELECT tenant_here()) AND tenant_id <> 'public'`;

const tables = `
-- Receipts of reports a platform handed over: no identity and no value of a line.
CREATE TABLE submission (
  id text COLLATE "C" PRIMARY KEY CHECK (id <> ''),
  tenant_id text NOT NULL REFERENCES tenant,
  user_id text NOT NULL REFERENCES app_user,
  inspection_id text NOT NULL REFERENCES inspection,
  report text COLLATE "C" NOT NULL,
  reference_on date NOT NULL,
  opens_on date,
  due_on date,
  submitted_on date NOT NULL,
  at timestamptz(3) NOT NULL,
  digest text COLLATE "C" NOT NULL,
  -- canonical JSON, which the digest is of
  receipt text NOT NULL,
  -- canonical JSON of what changed since the one before; null without one
  difference text,
  -- the last day on which it must be there; null: no text says how long
  kept_until date,
  -- number, day and authority, once
  acknowledged jsonb
);
CREATE INDEX submission_of_tenant ON submission (tenant_id, at DESC, id);
CREATE INDEX submission_due ON submission (kept_until) WHERE kept_until IS NOT NULL;
`;

const functions = `
CREATE FUNCTION guard_submission() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF TG_OP = 'DELETE' THEN
      IF OLD.kept_until IS NULL
        OR (now() AT TIME ZONE 'UTC')::date <= OLD.kept_until + 1 THEN
        RAISE EXCEPTION 'a receipt is kept until its term is over'
          USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN OLD;
    END IF;
    IF OLD.acknowledged IS NOT NULL
      OR to_jsonb(NEW) - 'acknowledged' <> to_jsonb(OLD) - 'acknowledged' THEN
      RAISE EXCEPTION 'a receipt does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON submission
  FOR EACH ROW EXECUTE FUNCTION guard_submission();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON submission
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

/** Reports owed that were handed over; a regulator reads those of platforms it supervises. */
export const submissions: Migration = {
  number: 15,
  name: 'submissions',
  sql: [
    tables,
    functions,
    wall('submission', {
      read: `(${mine}) OR tenant_id IN (SELECT j.platform_id FROM jurisdiction j
        WHERE j.regulator_id = (SELECT tenant_here()) AND j.status = 'confirmed')`,
      add: `${mine} AND user_id = (SELECT user_here())`,
      change: mine,
      changeColumns: 'acknowledged',
      system: 'SELECT, INSERT, DELETE',
    }),
  ].join('\n'),
};
