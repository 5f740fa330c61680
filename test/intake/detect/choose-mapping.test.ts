import { describe, expect, it } from 'vitest';
import { chooseMapping } from '../../../src/intake/detect/choose-mapping.ts';
import type { ChosenMapping } from '../../../src/intake/detect/choose-mapping.ts';
import type { ColumnMapping, TableMapping } from '../../../src/intake/mapping.ts';
import { stageTables } from './synthetic.ts';
import { systems } from './systems.ts';

/** A tree column in the notation of `Truth`: 'col', 'col>reference', 'table.col', 'col[last]'. */
function writeEdge(mapping: TableMapping, column: ColumnMapping | undefined): string | null {
  if (column?.column === undefined) return null;
  const first = [column.column].flat()[0] ?? '';
  if (column.item) return `${first}[${column.item.take}]`;
  const edge = mapping.join?.find(({ alias }) => alias === 'edge');
  if (first.startsWith('edge.')) return `${edge?.table}.${first.slice(5)}`;
  const join = mapping.join?.find(({ alias }) => first.startsWith(`${alias}.`));
  if (join === undefined) return first;
  const [[refers, raw] = ['', '']] = Object.entries(join.on);
  return raw.startsWith('edge.') ? `${join.table}.${raw.slice(5)}` : `${raw}>${refers}`;
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

describe('software nobody has seen', () => {
  for (const system of systems) {
    it(system.name, async () => {
      const staged = await stageTables(system.tables);
      const chosen = await chooseMapping(staged, { adapters: [] });
      staged.engine.close();
      const { upline: _, sums: __, ...truth } = system.truth;
      expect(summary(chosen)).toMatchObject(truth);
      const accounted = new Set([
        ...chosen.skipped.keys(),
        ...chosen.mapping.tables.flatMap(({ from, join }) => [
          from,
          ...(join ?? []).map((j) => j.table),
        ]),
      ]);
      expect(system.tables.map(({ name }) => name).filter((name) => !accounted.has(name))).toEqual(
        [],
      );
    });
  }
});
