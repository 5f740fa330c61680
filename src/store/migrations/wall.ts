/** Who may do what to the rows of a table, as conditions in SQL; what is left out may nobody. */
export interface Wall {
  readonly read?: string;
  readonly add?: string;
  readonly change?: string;
  readonly remove?: string;
  /** Columns that may be given when adding or changing; all of them where left out. */
  readonly addColumns?: string;
  readonly changeColumns?: string;
  /** What the program itself may do across tenants. */
  readonly system: string;
}

/**
 * The statements that put a table behind its wall: row security enabled and forced, rights given
 * one by one. `polyprism_app` acts for people, `polyprism_system` for the program across tenants,
 * `polyprism_owner` is used by migrations alone. Part of the checksummed text of migrations: a
 * different wall is a new migration.
 */
export function wall(table: string, rules: Wall): string {
  const lines = [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`,
    `CREATE POLICY owner ON ${table} TO polyprism_owner USING (true) WITH CHECK (true);`,
    `CREATE POLICY program ON ${table} TO polyprism_system USING (true) WITH CHECK (true);`,
    `GRANT ${rules.system} ON ${table} TO polyprism_system;`,
  ];
  const app = `ON ${table} FOR`;
  const grant = (right: string, columns: string | undefined): string =>
    `GRANT ${right}${columns === undefined ? '' : ` (${columns})`} ON ${table} TO polyprism_app;`;
  if (rules.read !== undefined) {
    lines.push(grant('SELECT', undefined));
    lines.push(`CREATE POLICY read ${app} SELECT TO polyprism_app USING (${rules.read});`);
  }
  if (rules.add !== undefined) {
    lines.push(grant('INSERT', rules.addColumns));
    lines.push(`CREATE POLICY add ${app} INSERT TO polyprism_app WITH CHECK (${rules.add});`);
  }
  if (rules.change !== undefined) {
    lines.push(grant('UPDATE', rules.changeColumns));
    const test = `USING (${rules.change}) WITH CHECK (${rules.change})`;
    lines.push(`CREATE POLICY change ${app} UPDATE TO polyprism_app ${test};`);
  }
  if (rules.remove !== undefined) {
    lines.push(grant('DELETE', undefined));
    lines.push(`CREATE POLICY remove ${app} DELETE TO polyprism_app USING (${rules.remove});`);
  }
  return lines.join('\n');
}
