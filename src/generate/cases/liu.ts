import type { Row } from '../lawful/row.ts';
import { DAY_S, HOUR_S } from '../lawful/time.ts';
import { chinaTime } from '../names.ts';
import type { Random } from '../random.ts';
import { entryFees, idOf, joinedAt, memberRows } from './case-data.ts';
import type { Joining, PublishedCase } from './case-data.ts';
import { evenly, parentsByLevel, taperingLevels } from './shapes.ts';

const YUAN = 100;
const ENTRY_MINOR = 300 * YUAN;

/** What the judgment says of one account. Money in minor units. */
const published = {
  account: 6_794,
  level: 8,
  levels_beneath: 18,
  accounts_beneath: 37_089,
  payments_out: 332,
  paid_out_minor: 334_130_000,
  payments_in: 41,
  paid_in_minor: 312_890_000,
  wallet_out_minor: 39_690_000,
  wallet_left_minor: 16_513_700,
} as const;

const self = published.account - 1;

/** One defendant's account, its own level, the levels and accounts beneath it, its money. */
export const liu: PublishedCase = {
  doc: {
    en: 'one account of a decided case: level 8, 18 levels and 37,089 accounts beneath',
    zh: '判决认定的一个账户：第8层，其下18层、37,089个账号',
  },
  source: {
    en: '(2019) Liao 01 criminal final no. 12, in the court case book',
    zh: '（2019）辽01刑终12号（据案例选编）',
  },
  published,
  currency: 'CNY',
  members: 60_000,
  make(members, random) {
    const parent = networkAround(members, random);
    const joining: Joining = { parent, from: chinaTime('2016-03-01'), days: 450 };
    return {
      member: memberRows(joining),
      fee: fees(joining),
      commission: walletEntries(joining),
      withdrawal: withdrawals(joining),
    };
  },
};

/** Accounts before the one in question, it, all beneath it, then others who are not beneath it. */
function networkAround(members: number, random: Random): Int32Array {
  const beneath = parentsByLevel(
    [1, ...taperingLevels(published.accounts_beneath, published.levels_beneath)],
    random,
  );
  const after = self + beneath.length;
  const parent = new Int32Array(Math.max(members, after)).fill(-1);
  const level = new Uint8Array(parent.length).fill(1);
  for (let i = 1; i < parent.length; i++) {
    if (i > self && i < after) {
      parent[i] = beneath[i - self]! + self;
    } else {
      parent[i] = i < published.level - 1 ? i - 1 : random.below(Math.min(i, self));
      if (i === self) parent[i] = published.level - 2;
      while (level[parent[i]!]! > 15) parent[i] = parent[parent[i]!]!;
    }
    level[i] = level[parent[i]!]! + 1;
  }
  return parent;
}

/** Everybody paid to enter; the account in question went on paying. */
function* fees(joining: Joining): Iterable<Row<'fee'>> {
  yield* entryFees(joining, () => ENTRY_MINOR);
  const later = evenly((published.paid_out_minor - ENTRY_MINOR) / YUAN, published.payments_out - 1);
  for (const [i, yuan] of later.entries()) {
    yield {
      fee_id: `R${i + 1}`,
      member_id: idOf(self),
      kind: 'recharge',
      amount_minor: yuan * YUAN,
      paid_at: joinedAt(joining, self) + (i + 1) * DAY_S,
      refunded_minor: 0,
    };
  }
}

function* withdrawals(joining: Joining): Iterable<Row<'withdrawal'>> {
  for (const [i, yuan] of evenly(published.paid_in_minor / YUAN, published.payments_in).entries()) {
    const requested_at = joinedAt(joining, self) + (i + 10) * 8 * DAY_S;
    yield {
      withdrawal_id: `W${i + 1}`,
      member_id: idOf(self),
      amount_minor: yuan * YUAN,
      status: 'paid',
      requested_at,
      paid_at: requested_at + HOUR_S,
    };
  }
}

/** The management wallet: ten entries paid out of it, one left in it. */
function* walletEntries(joining: Joining): Iterable<Row<'commission'>> {
  const paid = evenly(published.wallet_out_minor, 10);
  for (const [i, amount_minor] of [...paid, published.wallet_left_minor].entries()) {
    const accrued_at = joinedAt(joining, self) + (i + 1) * 30 * DAY_S;
    yield {
      commission_id: `C${i + 1}`,
      beneficiary_id: idOf(self),
      amount_minor,
      kind: 'bonus',
      status: i < paid.length ? 'paid' : 'accrued',
      accrued_at,
      paid_at: i < paid.length ? accrued_at + DAY_S : null,
    };
  }
}
