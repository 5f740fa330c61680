import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlText } from '../../../src/engine/duckdb.ts';
import { chooseMapping } from '../../../src/intake/detect/choose-mapping.ts';
import type { ChosenMapping } from '../../../src/intake/detect/choose-mapping.ts';
import { writeCanonical } from '../../../src/intake/map/write-canonical.ts';
import type { ColumnMapping, TableMapping } from '../../../src/intake/mapping.ts';
import { stageTables } from './synthetic.ts';
import type { System } from './system.ts';
import { systems } from './systems.ts';

/** A tree column in the notation of `Truth`: 'col', 'col>reference', 'table.col', 'col[last]'. */
function writeEdge(mapping: TableMapping, column: ColumnMapping | undefined): string | null {
  if (column?.column === undefined) return null;
  const first = [column.column].flat()[0] ?? '';
  if (column.item) return `${first}[${column.item.take}]`;
  const edge = mapping.join?.find(({ alias }) => alias === 'edge');
  if (first.startsWith('edge.')) return `${edge?.table}.${first.slice(5)}`;
  const joined = mapping.join?.find(({ alias }) => first.startsWith(`${alias}.`));
  if (joined === undefined) return first;
  const [[refers, raw] = ['', '']] = Object.entries(joined.on);
  return raw.startsWith('edge.') ? `${joined.table}.${raw.slice(5)}` : `${raw}>${refers}`;
}

function summary({ mapping }: ChosenMapping): Record<string, unknown> {
  const first = (table: string): TableMapping | undefined =>
    mapping.tables.find((one) => one.table === table);
  const member = first('member');
  const order = first('order');
  const amount = order?.columns['amount_minor'];
  return {
    member: member?.from ?? null,
    recruiter: member ? writeEdge(member, member.columns['recruiter_id']) : null,
    placement: member ? writeEdge(member, member.columns['placement_id']) : null,
    joined: member?.columns['joined_at']?.column,
    order: order?.from,
    amount: amount?.column,
    unit: amount?.as?.replace('money_', ''),
    others: Object.fromEntries(mapping.tables.map(({ table, from }) => [table, from])),
  };
}

type Staged = Awaited<ReturnType<typeof stageTables>>;

/** Raw tables that neither a mapping reads nor anything is said of. */
function unaccounted({ tables }: System, { mapping, skipped }: ChosenMapping): string[] {
  const used = mapping.tables.flatMap(({ from, join: joined }) => [
    from,
    ...(joined ?? []).map((one) => one.table),
  ]);
  const accounted = new Set([...skipped.keys(), ...used]);
  return tables.map(({ name }) => name).filter((name) => !accounted.has(name));
}

/** Maps, and asks the canonical tables for what is known of them. */
async function expectArrived(
  { truth }: System,
  staged: Staged,
  { mapping }: ChosenMapping,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'polyprism-detect-'));
  try {
    const options = { directory, person_key: new Uint8Array(32), file_names: ['x'] };
    await writeCanonical(staged, mapping, options);
    const file = (table: string): string =>
      `read_parquet(${sqlText(join(directory, `${table}.parquet`))})`;
    for (const [member, recruiter] of truth.upline ?? []) {
      const rows = await staged.engine.rows(
        `SELECT recruiter_id AS up FROM ${file('member')} WHERE member_id = ${sqlText(member)}`,
      );
      expect(rows, `recruiter of ${member}`).toEqual([{ up: recruiter }]);
    }
    for (const [what, total] of Object.entries(truth.sums ?? {})) {
      const [table = '', column = ''] = what.replace('orders.', 'order.').split('.');
      const [row] = await staged.engine.rows(`SELECT sum(${column}) AS s FROM ${file(table)}`);
      expect(row?.['s'], what).toBe(total);
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

describe.each(systems)('software nobody has seen: $name', (system) => {
  const { upline, sums, ...truth } = system.truth;
  let staged: Staged;
  let chosen: ChosenMapping;

  beforeAll(async () => {
    staged = await stageTables(system.tables);
    chosen = await chooseMapping(staged, { adapters: [] });
  });

  afterAll(() => staged.engine.close());

  it('is mapped as who reads its schema would', () => {
    expect(summary(chosen)).toMatchObject(truth);
    expect(unaccounted(system, chosen)).toEqual([]);
  });

  if (upline ?? sums) {
    it('arrives in the canonical tables', async () => {
      await expectArrived(system, staged, chosen);
    });
  }
});
