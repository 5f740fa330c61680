import type { ActKind, CompiledPlan } from './compile-plan.ts';

/** Typed arrays of one length that grow together; `length` rows of them are in use. */
export interface Columns<C> {
  length: number;
  readonly of: C;
}

type Numbers = Int32Array | Float64Array | Int16Array | Int8Array;

export interface MemberColumns {
  /** Who brought the member in; -1 for whoever came by itself. */
  parent: Int32Array;
  /** Above it in the second tree, and the first and next place of that tree; -1 for none. */
  place: Int32Array;
  firstPlace: Int32Array;
  nextPlace: Int32Array;
  places: Int32Array;
  /** -1 once it has left. */
  rank: Int16Array;
  joinedBy: Int32Array;
  purchases: Float64Array;
  sales: Float64Array;
  teamSales: Float64Array;
  monthPurchases: Float64Array;
  monthSales: Float64Array;
  monthTeamSales: Float64Array;
  monthCustomers: Int32Array;
}

export const eventKinds = ['join', 'buy', 'sell', 'upgrade', 'refund', 'month_end'] as const;
export type EventKind = (typeof eventKinds)[number];

export interface EventColumns {
  /** Place in `eventKinds`. */
  kind: Int8Array;
  /** Who acts: the joiner, buyer, seller; the refunded event for a refund. */
  subject: Int32Array;
  day: Int32Array;
  firstAct: Int32Array;
  firstRow: Int32Array;
}

export const actKinds = ['entered', 'paid', 'sale'] as const satisfies readonly ActKind[];

/** What payments are reckoned from. Money in minor units. */
export interface ActColumns {
  event: Int32Array;
  /** Place in `actKinds`. */
  kind: Int8Array;
  /** The member who enters, pays or buys; -1 when a customer buys. */
  payer: Int32Array;
  /** Whoever sold to a customer; -1 when a member buys. */
  seller: Int32Array;
  customer: Int32Array;
  rankBefore: Int16Array;
  rank: Int16Array;
  product: Int32Array;
  quantity: Int32Array;
  amount: Float64Array;
  margin: Float64Array;
  refunded: Float64Array;
  /** 1 once its event was refunded, whether or not this part of the money came back. */
  undone: Int8Array;
  /** 1 a sale by which a rank is bought; 2 a rank that came by itself. */
  way: Int8Array;
}

/** Who is paid how much, from which act, under which rule. */
export interface LedgerColumns {
  event: Int32Array;
  act: Int32Array;
  /** Place among the plan's rules; -1 for what the monthly limit takes off. */
  rule: Int32Array;
  beneficiary: Int32Array;
  /** The member whose act it is; -1 for a customer's. */
  source: Int32Array;
  /** Distance from the payer. */
  level: Int32Array;
  amount: Float64Array;
  /** 1 once taken back. */
  reversed: Int8Array;
}

/** One network under one plan as it grows: all that has happened, and what was paid for it. */
export interface PlanRun {
  readonly plan: CompiledPlan;
  readonly members: Columns<MemberColumns>;
  /** A column of each counter of the plan. */
  readonly counts: Columns<Record<string, Int32Array>>;
  /** What each member drew this month under each rule with a cap a month. */
  readonly drawn: Columns<Record<string, Float64Array>>;
  readonly customers: Columns<{ seller: Int32Array; month: Int32Array }>;
  readonly events: Columns<EventColumns>;
  readonly acts: Columns<ActColumns>;
  readonly ledger: Columns<LedgerColumns>;
  month: number;
  monthFirstAct: number;
  monthFirstRow: number;
  /** All money that ever moved, to notice sums that could no longer be exact. */
  moved: number;
}

/** An empty network. `capacity`: members to begin with; everything grows by doubling. */
export function startRun(plan: CompiledPlan, capacity = 16): PlanRun {
  const customers = { seller: new Int32Array(capacity), month: new Int32Array(capacity) };
  const columns = <C>(of: C): Columns<C> => ({ length: 0, of });
  return {
    plan,
    members: columns(memberColumns(capacity)),
    counts: columns(numbered(plan.counters.length, () => new Int32Array(capacity))),
    drawn: columns(numbered(plan.monthCaps, () => new Float64Array(capacity))),
    customers: columns(customers),
    events: columns(eventColumns(capacity)),
    acts: columns(actColumns(capacity)),
    ledger: columns(ledgerColumns(capacity)),
    month: 0,
    monthFirstAct: 0,
    monthFirstRow: 0,
    moved: 0,
  };
}

function numbered<T>(count: number, make: () => T): Record<string, T> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [String(i), make()]));
}

function memberColumns(capacity: number): MemberColumns {
  return {
    parent: new Int32Array(capacity),
    place: new Int32Array(capacity),
    firstPlace: new Int32Array(capacity),
    nextPlace: new Int32Array(capacity),
    places: new Int32Array(capacity),
    rank: new Int16Array(capacity),
    joinedBy: new Int32Array(capacity),
    purchases: new Float64Array(capacity),
    sales: new Float64Array(capacity),
    teamSales: new Float64Array(capacity),
    monthPurchases: new Float64Array(capacity),
    monthSales: new Float64Array(capacity),
    monthTeamSales: new Float64Array(capacity),
    monthCustomers: new Int32Array(capacity),
  };
}

function eventColumns(capacity: number): EventColumns {
  return {
    kind: new Int8Array(capacity),
    subject: new Int32Array(capacity),
    day: new Int32Array(capacity),
    firstAct: new Int32Array(capacity),
    firstRow: new Int32Array(capacity),
  };
}

function actColumns(capacity: number): ActColumns {
  return {
    event: new Int32Array(capacity),
    kind: new Int8Array(capacity),
    payer: new Int32Array(capacity),
    seller: new Int32Array(capacity),
    customer: new Int32Array(capacity),
    rankBefore: new Int16Array(capacity),
    rank: new Int16Array(capacity),
    product: new Int32Array(capacity),
    quantity: new Int32Array(capacity),
    amount: new Float64Array(capacity),
    margin: new Float64Array(capacity),
    refunded: new Float64Array(capacity),
    undone: new Int8Array(capacity),
    way: new Int8Array(capacity),
  };
}

function ledgerColumns(capacity: number): LedgerColumns {
  return {
    event: new Int32Array(capacity),
    act: new Int32Array(capacity),
    rule: new Int32Array(capacity),
    beneficiary: new Int32Array(capacity),
    source: new Int32Array(capacity),
    level: new Int32Array(capacity),
    amount: new Float64Array(capacity),
    reversed: new Int8Array(capacity),
  };
}

/** Makes the run as new without giving its memory back. */
export function restart(run: PlanRun): void {
  const all = [run.members, run.counts, run.drawn, run.customers, run.events, run.acts, run.ledger];
  for (const columns of all) columns.length = 0;
  run.month = 0;
  run.monthFirstAct = 0;
  run.monthFirstRow = 0;
  run.moved = 0;
}

/** A new row of zeros at the end; its number. */
export function addRow<C extends object>(columns: Columns<C>): number {
  // Each C is an interface of typed arrays; TypeScript wants an index signature for that.
  const arrays = columns.of as unknown as Record<string, Numbers>;
  const row = columns.length++;
  for (const name in arrays) {
    let array = arrays[name]!;
    if (row >= array.length) array = arrays[name] = doubled(array);
    array[row] = 0;
  }
  return row;
}

function doubled<A extends Numbers>(array: A): A {
  const Kind = array.constructor as new (length: number) => A;
  const next = new Kind(Math.max(16, array.length * 2));
  next.set(array);
  return next;
}

/** Counts money that moves; sums beyond what a number holds exactly stop the run. */
export function moved(run: PlanRun, minor: number): void {
  run.moved += Math.abs(minor);
  if (!Number.isSafeInteger(run.moved)) throw new RangeError('sums of this network exceed 2^53');
}
