import { expect, it } from 'vitest';
import { migrations } from '../../src/store/migrations/all.ts';
import { faultsOf } from './migration-rules.ts';

/** Steps of before programs of several versions served beside each other. */
const before = 25;

it('every step since lets other programs work on', () => {
  const faults = migrations
    .filter(({ number }) => number > before)
    .map((one) => [one.name, faultsOf(one)]);
  expect(faults).toEqual(faults.map(([name]) => [name, []]));
});

it.each([
  ['CREATE TABLE a (id text); CREATE INDEX a_id ON a (id); ALTER TABLE a ENABLE ROW SECURITY;', []],
  ['ALTER TABLE event ADD COLUMN note text, ADD COLUMN n int NOT NULL DEFAULT 0', []],
  ['ALTER TABLE event ADD CONSTRAINT c CHECK (n > 0) NOT VALID', []],
  ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ DELETE FROM event; SELECT 1 $$;', []],
  ['CREATE INDEX e_n ON event (number)', ['an index of event belongs into indexes']],
  ["UPDATE event SET type = ''", ['rows of event are rewritten']],
  ['DROP TABLE alert', ['contracts: drop table alert']],
  ['ALTER TABLE event DROP COLUMN salt', ['contracts: alter table event drop column salt']],
  [
    'ALTER TABLE event ADD COLUMN n int NOT NULL',
    ['older programs leave it out: alter table event add column n int not null'],
  ],
  [
    'ALTER TABLE event ALTER COLUMN at TYPE text',
    ['contracts: alter table event alter column at type text'],
  ],
  [
    'ALTER TABLE event ADD CONSTRAINT c CHECK (n > 0)',
    ['reads all rows, so NOT VALID: alter table event add constraint c check (n > 0)'],
  ],
  [
    'ALTER TABLE event ADD COLUMN n int; CREATE TRIGGER t AFTER INSERT ON matter EXECUTE f();',
    ['takes several tables: event, matter'],
  ],
])('%s', (sql, faults) => {
  expect(faultsOf({ number: 99, name: 'x', sql, works_from: 98 })).toEqual(faults);
});

it('a step that contracts says so by saying nothing', () => {
  expect(faultsOf({ number: 99, name: 'x', sql: 'DROP TABLE alert' })).toEqual([]);
});
