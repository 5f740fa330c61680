import type { Migration } from '../../src/store/migrations/migration.ts';

/** What a step does that programs beside it would notice: docs/reference/several-processes.md. */
export function faultsOf(migration: Migration): string[] {
  const { number, sql, works_from = number } = migration;
  const statements = statementsOf(sql);
  const made = new Set(statements.flatMap((one) => named(one, /^create table (\S+)/)));
  const old = (table: string | undefined): table is string =>
    table !== undefined && !made.has(table);
  const faults: string[] = [];
  const touched = new Set<string>();
  for (const one of statements) {
    const [table] = named(one, /^(?:alter table(?: if exists)?(?: only)?|lock table) (\S+)/);
    const [trigger] = named(one, /^create (?:constraint )?trigger .*? on (\S+)/);
    const [policy] = named(one, /^(?:create|alter|drop) policy .*? on (\S+)/);
    for (const each of [table, trigger, policy]) if (old(each)) touched.add(each);
    const [index] = named(one, /^create (?:unique )?index .*? on (\S+)/);
    if (old(index)) faults.push(`an index of ${index} belongs into indexes`);
    const [rewritten] = named(one, /^(?:update|delete from|truncate(?: table)?) (\S+)/);
    if (old(rewritten)) faults.push(`rows of ${rewritten} are rewritten`);
    if (works_from < number) {
      if (/^drop (?!function)/.test(one)) faults.push(`contracts: ${one}`);
      if (old(table)) faults.push(...narrowing(one));
    }
  }
  if (touched.size > 1) faults.push(`takes several tables: ${[...touched].toSorted().join(', ')}`);
  return faults;
}

/** What in a change of a table older programs, or the rows there are, do not live with. */
function narrowing(statement: string): string[] {
  const faults: string[] = [];
  const changes = statement.split(/,(?![^(]*\))/);
  for (const one of changes) {
    if (/\b(?:drop (?:column|constraint)|rename|set not null| type )/.test(one)) {
      faults.push(`contracts: ${one.trim()}`);
    }
    if (/\badd column\b/.test(one) && /\bnot null\b/.test(one) && !/\bdefault\b/.test(one)) {
      faults.push(`older programs leave it out: ${one.trim()}`);
    }
    if (/\badd (?:constraint|check|foreign)\b/.test(one) && !/\bnot valid\b/.test(one)) {
      faults.push(`reads all rows, so NOT VALID: ${one.trim()}`);
    }
  }
  return faults;
}

/** In lower case on one line, bodies of functions and comments left out. */
function statementsOf(sql: string): string[] {
  return sql
    .replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replaceAll(/--.*$/gm, '')
    .split(';')
    .map((one) => one.replaceAll(/\s+/g, ' ').trim().toLowerCase())
    .filter((one) => one !== '');
}

function named(statement: string, pattern: RegExp): string[] {
  const found = pattern.exec(statement)?.[1];
  return found === undefined ? [] : [found.replaceAll(/[("]/g, '').replace(/^polyprism\./, '')];
}
