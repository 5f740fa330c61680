import { judgedRow } from '../../../inspect/judged-row.ts';
import type { JudgeableSnapshot } from '../../../inspect/snapshot-file.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { Finding } from '../../../model/provision.ts';
import { shapeOf } from '../../../model/tables.ts';
import { ordersRead } from '../../contract/orders.ts';
import { findingsOn } from '../../findings/findings-on.ts';
import { readInspection } from '../../inspections/inspection-folder.ts';
import { seenInspection } from '../../inspections/seen-inspection.ts';
import { amountIn, textIn } from '../../network/member-rows.ts';
import { lifeLine, momentsOf } from '../../orders/life-line.ts';
import { orderRows } from '../../orders/order-rows.ts';
import type { OrderRow } from '../../orders/order-rows.ts';
import type { RowChecks } from '../../orders/row-checks.ts';
import { snapshotOf } from '../../orders/snapshot-of.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

const read = handle(ordersRead)(async (call) => {
  const { inspection_id, order_id } = call.asked.params;
  const { server } = call;
  const seen = await seenInspection(call, inspection_id);
  const place = { workspace: server.workspace, tenant_id: seen.tenant_id };
  const [snapshot, note, found] = await Promise.all([
    snapshotOf(seen),
    readInspection(place, inspection_id),
    orderRows(server.tables, seen.out, order_id),
  ]);
  if (found === null) throw new PolyprismError('http.not_found');
  const { as_of } = seen;
  const { currency, time_zone } = snapshot;
  const [checks, findings] = await Promise.all([
    server.row_checks({ packs: note.packs, as_of, currency }),
    findingsOn(server.store, signedIn(call).actor, inspection_id, found.rows),
  ]);
  const { line, undated } = lifeLine(found.rows, time_zone);
  return {
    status: 200,
    body: {
      inspection_id,
      order_id,
      as_of,
      currency,
      time_zone,
      packs: checks.packs.map(({ id, version, digest }) => ({ id, version, digest })),
      packs_changed: haveChanged(seen.packs, checks),
      rows: found.rows.map((one) => shownRow(one, snapshot, checks, findings)),
      line,
      undated,
      commissions: found.rows.filter(({ table }) => table === 'commission').map(commissionOf),
      cut: [...found.cut],
    },
  };
});

function haveChanged(then: readonly { readonly sha256: string }[], { packs }: RowChecks) {
  if (then.length === 0) return null;
  const now = new Set(packs.map(({ digest }) => digest));
  return then.length !== now.size || then.some(({ sha256 }) => !now.has(sha256));
}

function shownRow(
  one: OrderRow,
  { tables, time_zone }: JudgeableSnapshot,
  { packs, check }: RowChecks,
  findings: readonly Finding[],
) {
  const { table, id, row } = one;
  const present = tables[table]?.columns_present ?? [];
  // A column the source does not have is no column that is empty.
  const record = Object.fromEntries(present.map((name) => [name, row[name] ?? null]));
  const { verdicts, beyond } = check(table, record);
  const own = findings.filter(({ subject }) => subject.table === table && subject.id === id);
  const day = momentsOf(one, time_zone)[0]?.on ?? null;
  return {
    table,
    id,
    doc: shapeOf(table).doc,
    record,
    judged: judgedRow(packs, { day, verdicts, findings: own }).map((judged) => ({
      ...judged,
      needs: [...judged.needs],
    })),
    set_provisions: [...beyond],
  };
}

function commissionOf({ id, row }: OrderRow) {
  const level = row['level'] ?? null;
  return {
    commission_id: id,
    beneficiary_id: textIn(row, 'beneficiary_id'),
    source_member_id: textIn(row, 'source_member_id'),
    level: level === null ? null : Number(level),
    kind: textIn(row, 'kind'),
    status: textIn(row, 'status'),
    amount_minor: amountIn(row, 'amount_minor'),
  };
}

export const orderReadHandlings = [read];
