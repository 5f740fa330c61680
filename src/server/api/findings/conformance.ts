import { sql } from 'kysely';
import { suppress } from '../../../disclosure/suppression/suppress.ts';
import { compareText, PolyprismError } from '../../../model/issue.ts';
import { legalDay } from '../../../model/legal-day.ts';
import { limits } from '../../../model/limits.ts';
import { conformanceRead } from '../../contract/findings.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

/**
 * A month is told when it is over, and always the same way: who was a member then no longer
 * changes, nor what was found, so that no two answers can be subtracted from each other. There is
 * no other table of these numbers, and no sum over months.
 */
const read = handle(conformanceRead)(async (call) => {
  const { month } = call.asked.params;
  const [year = 0, number = 0] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  // Over everywhere: inspections are counted by days of the association, members by days of those
  // above them.
  if (legalDay('Etc/GMT+12', call.server.now()) <= last) {
    throw new PolyprismError('findings.month_not_over', { month });
  }
  const rows = await call.server.store.as(signedIn(call).actor, async ({ db }) => {
    const counted = sql<{ provision_id: string | null; members: number }>`
      SELECT provision_id, members FROM conformance(${`${month}-01`}::date, ${last}::date)`;
    return (await counted.execute(db)).rows;
  });
  const inspected = rows.find(({ provision_id }) => provision_id === null)?.members ?? 0;
  const counts = rows
    .flatMap(({ provision_id, members }) =>
      provision_id === null ? [] : [{ provision: provision_id, members }],
    )
    .toSorted((a, b) => compareText(a.provision, b.provision));
  const provisions = await Promise.all(
    counts.map(async ({ provision, members }) => ({
      provision,
      members: await told(members, inspected),
    })),
  );
  const members_inspected = isSmall(inspected) ? null : inspected;
  return { status: 200, body: { month, members_inspected, provisions } };
});

const isSmall = (count: number): boolean => count > 0 && count < limits.small_cell_below;

/** Those with a breach, unless they, or those without one, are so few that it could be somebody. */
async function told(members: number, inspected: number): Promise<number | null> {
  const labels = ['breach', 'none'];
  const { shown } = await suppress(
    { dimensions: [{ id: 'found', labels }], counts: [members, inspected - members] },
    { persons_min: limits.small_cell_below },
  );
  return shown[0] ?? null;
}

export const conformanceHandlings = [read];
