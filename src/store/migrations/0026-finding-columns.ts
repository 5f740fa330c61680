import type { Migration } from './migration.ts';
import { wall } from './wall.ts';

const here = '(SELECT tenant_here())';
const mine = `tenant_id = ${here} AND tenant_id <> 'public'`;
const supervised = `tenant_id IN (SELECT j.platform_id FROM jurisdiction j
  WHERE j.regulator_id = ${here} AND j.status = 'confirmed')`;

const counted = [
  'provision_id',
  'operator_id',
  'scheme_id',
  'subject_kind',
  'stage',
  'severity',
  'verdict',
];

/** Puts the findings of a table of them into columns; places of a part are of two bytes. */
const fill = (findings: string): string => `
INSERT INTO finding_column (inspection_id, tenant_id, first, name, texts, places)
  SELECT inspection_id, tenant_id, first, name,
    coalesce(array_agg(DISTINCT value) FILTER (WHERE value IS NOT NULL), '{}'),
    string_agg(int2send(place::int2), '' ORDER BY number)
  FROM (
    SELECT part.inspection_id, part.tenant_id, part.number, part.first, cell.name, cell.value,
      CASE WHEN cell.value IS NULL THEN 0 ELSE dense_rank() OVER (
        PARTITION BY part.inspection_id, part.first, cell.name, cell.value IS NULL
        ORDER BY cell.value) END AS place
    FROM (SELECT *, min(number) OVER (PARTITION BY inspection_id, (number - 1) / 16384) AS first
      FROM ${findings}) part,
      LATERAL (VALUES ${counted.map((name) => `('${name}', part.${name})`).join(', ')})
        cell (name, value)
  ) placed
  GROUP BY inspection_id, tenant_id, first, name;`;

/** Findings as columns of numbers, to be counted by whoever has them in memory. */
export const findingColumns: Migration = {
  number: 26,
  name: 'finding-columns',
  sql: `
-- A part for every statement that adds findings to an inspection: the different values of a column
-- in order, and for each finding by number the place of its own among them, from 1; 0 for none.
CREATE TABLE finding_column (
  inspection_id text COLLATE "C" NOT NULL REFERENCES inspection,
  tenant_id text NOT NULL REFERENCES tenant,
  -- number of the first finding of the part
  first integer NOT NULL,
  name text COLLATE "C" NOT NULL,
  texts text[] NOT NULL,
  places bytea NOT NULL,
  PRIMARY KEY (inspection_id, first, name)
);
CREATE FUNCTION put_into_columns() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = polyprism
  AS $$ BEGIN ${fill('added')}
    RETURN NULL;
  END $$;
CREATE TRIGGER into_columns AFTER INSERT ON finding
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION put_into_columns();
${fill('finding')}
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON finding_column
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
${wall('finding_column', { read: `(${mine}) OR ${supervised}`, system: 'SELECT' })}
`,
};
