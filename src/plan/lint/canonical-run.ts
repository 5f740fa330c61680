import { actKinds } from '../pay/plan-run.ts';
import type { PlanRun } from '../pay/plan-run.ts';

/**
 * A text that two networks share exactly when they differ only in the names of their members and
 * in the order in which things happened: each member with its rank, what it did, and what was
 * paid for that to whom above.
 */
export function canonicalRun(run: PlanRun): string {
  const count = run.members.length;
  const { parent, place, rank } = run.members.of;
  const own: string[][] = Array.from({ length: count }, () => []);
  const paid = paymentsByAct(run);
  const { kind, payer, seller, product, quantity, amount, rankBefore, undone, way } = run.acts.of;
  for (let act = 0; act < run.acts.length; act++) {
    const what = actKinds[kind[act]!]!;
    const who = payer[act]! < 0 ? `c${seller[act]!}` : '';
    const fields = [
      what,
      product[act],
      quantity[act],
      amount[act],
      rankBefore[act],
      undone[act],
      way[act],
    ];
    const told = [...fields, who === '' ? '' : 'customer', paid.get(act) ?? ''].join(',');
    own[payer[act]! < 0 ? seller[act]! : payer[act]!]!.push(told);
  }
  const below: string[][] = Array.from({ length: count }, () => []);
  const roots: string[] = [];
  for (let member = count - 1; member >= 0; member--) {
    const parts = [...own[member]!.toSorted(), ...below[member]!.toSorted()];
    const spot = run.plan.plan.placement ? `@${distance(parent, member, place[member]!)}` : '';
    const told = `(${rank[member]}${spot} ${parts.join(';')})`;
    const up = parent[member]!;
    if (up < 0) roots.push(told);
    else below[up]!.push(told);
  }
  return roots.toSorted().join('');
}

function paymentsByAct(run: PlanRun): Map<number, string> {
  const { act, rule, beneficiary, level, amount, reversed } = run.ledger.of;
  const { payer, seller } = run.acts.of;
  const paid = new Map<number, string>();
  for (let row = 0; row < run.ledger.length; row++) {
    const of = act[row]!;
    const from = of < 0 ? -1 : payer[of]! < 0 ? seller[of]! : payer[of]!;
    const away =
      of < 0 ? beneficiary[row]! : distance(run.members.of.parent, from, beneficiary[row]!);
    const back = reversed[row] === 1 ? '!' : '';
    const told = `${rule[row]}>${away}/${level[row]}=${amount[row]}${back}`;
    paid.set(of, `${paid.get(of) ?? ''} ${told}`);
  }
  return paid;
}

/** Steps up from one member to another above it; its number where it is not above. */
function distance(parent: Int32Array, from: number, to: number): string {
  let steps = 0;
  for (let up = from; up >= 0; up = parent[up]!) {
    if (up === to) return String(steps);
    steps++;
  }
  return `#${to}`;
}
