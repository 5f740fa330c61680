import type { ColumnMapping } from '../mapping.ts';
import type { Draft } from './draft.ts';
import type { MemberDraft } from './draft-member.ts';
import { moneyColumn } from './draft-role.ts';
import { matchColumn } from './match-column.ts';
import { canCarry } from './column-type.ts';
import { feeAmount } from './amount-says.ts';

/**
 * A list of members often says what each paid to enter, and no other table does: one fee per
 * member, paid when the member joined for all anybody knows.
 */
export async function feeOnMemberTable(member: MemberDraft): Promise<Draft[]> {
  const { source } = member.target;
  const main = member.drafts[0]?.mapping.columns ?? {};
  const profiles = await source.profiles();
  const fee = source.table.columns.find((column) => {
    const fits = canCarry('money_minor', column, profiles.get(column.name)) > 0;
    return fits && matchColumn(column, feeAmount, source.strip).score >= 0.8;
  });
  const id = main['member_id'];
  if (fee === undefined || id === undefined) return [];
  const columns: Record<string, ColumnMapping> = {
    member_id: id,
    kind: { value: 'entry' },
    amount_minor: { column: fee.name },
    ...(main['joined_at'] !== undefined && { paid_at: main['joined_at'] }),
  };
  const money = [moneyColumn(source, 'amount_minor', fee.name, profiles)];
  const mapping = { table: 'fee' as const, from: source.table.name, columns };
  return [{ mapping: { ...mapping, requires: ['amount_minor'] }, money }];
}
