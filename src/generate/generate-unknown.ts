import { PolyprismError } from '../model/issue.ts';
import { writeCsv } from './csv.ts';
import { chinaTime, nickname, phone, yuan } from './names.ts';
import type { PlatformWriter } from './platform-writer.ts';
import { seeded } from './random.ts';

/** How three imaginary back offices call the same things. */
const vocabularies = [
  {
    files: ['partners', 'enrolment_payments', 'bonus_ledger'],
    member: [
      'partner_no',
      'full_name',
      'mobile',
      'enrolled_at',
      'sponsor_no',
      'placement_no',
      'leg',
    ],
    payment: ['payment_no', 'partner_no', 'amount', 'paid_at'],
    bonus: ['bonus_no', 'partner_no', 'from_partner_no', 'bonus_kind', 'amount', 'earned_at'],
    kinds: ['sponsor bonus', 'pairing bonus'],
    legs: ['L', 'R'],
    prefix: 'P',
  },
  {
    files: ['会员档案', '入会缴费', '奖金明细'],
    member: ['会员编码', '姓名', '联系电话', '入会时间', '推荐人编码', '安置人编码', '左右区'],
    payment: ['缴费单号', '会员编码', '缴费金额', '缴费时间'],
    bonus: ['奖金单号', '得奖会员', '来源会员', '奖项', '奖金', '结算时间'],
    kinds: ['推荐奖', '对碰奖'],
    legs: ['左', '右'],
    prefix: 'HY',
  },
  {
    files: ['t_vip', 't_vip_pay', 't_vip_prize'],
    member: ['vip_code', 'vip_name', 'tel', 'reg_date', 'introducer_code', 'seat_under', 'side'],
    payment: ['pay_sn', 'vip_code', 'money', 'pay_date'],
    bonus: ['prize_sn', 'vip_code', 'src_vip', 'prize_type', 'money', 'prize_date'],
    kinds: ['介绍奖', '层碰奖'],
    legs: ['A', 'B'],
    prefix: 'V',
  },
] as const;

export interface UnknownTruth {
  readonly files: Readonly<Record<string, number>>;
  readonly members: number;
  readonly sponsor_column: string;
  readonly placement_column: string;
  readonly sponsor: { readonly roots: 1; readonly levels: number };
  readonly placement: { readonly roots: 1; readonly levels: number };
  readonly fees_minor: number;
  readonly bonuses_minor: number;
}

const ENTRY_MINOR = 298_000;
const SPONSOR_BONUS_MINOR = 50_000;

/**
 * The exports of a back office nobody has an adapter for. Two trees over the same members: who
 * recruited whom, and a binary tree of seats that is filled from the top.
 */
export async function generateUnknown(
  writer: PlatformWriter,
  options: { readonly seed?: number; readonly members?: number } = {},
): Promise<UnknownTruth> {
  const { seed = 1, members = 1_500 } = options;
  if (members < 3) throw new PolyprismError('generate.members_too_few', { members, least: 3 });
  const random = seeded(seed);
  const words = vocabularies[(Math.abs(seed) + 2) % 3]!;
  const code = (i: number): string => `${words.prefix}${String(100_001 + i)}`;
  const from = chinaTime('2023-01-03');
  const time = (i: number): string => localTime(from + i * 7_200 + (i % 50) * 60);
  const sponsor = Array.from({ length: members }, (_, i) => (i === 0 ? -1 : random.below(i)));
  const seat = (i: number): number => (i === 0 ? -1 : Math.floor((i - 1) / 2));
  const name = (up: number): string => (up < 0 ? '' : code(up));
  const recruits = sponsor.map((up, i) => ({ up, i })).filter(({ up }) => up >= 0);

  const files = {
    [`${words.files[0]}.csv`]: await writeCsv(
      writer,
      `${words.files[0]}.csv`,
      words.member,
      sponsor.map((up, i) => [
        code(i),
        nickname(random, i),
        phone(i + 1),
        time(i),
        name(up),
        name(seat(i)),
        i === 0 ? '' : words.legs[(i + 1) % 2]!,
      ]),
    ),
    [`${words.files[1]}.csv`]: await writeCsv(
      writer,
      `${words.files[1]}.csv`,
      words.payment,
      sponsor.map((_, i) => [`F${900_001 + i}`, code(i), yuan(ENTRY_MINOR), time(i)]),
    ),
    [`${words.files[2]}.csv`]: await writeCsv(
      writer,
      `${words.files[2]}.csv`,
      words.bonus,
      recruits.map(({ up, i }, n) => [
        `B${700_001 + n}`,
        code(up),
        code(i),
        words.kinds[0],
        yuan(SPONSOR_BONUS_MINOR),
        time(i),
      ]),
    ),
  };
  return {
    files,
    members,
    sponsor_column: words.member[4],
    placement_column: words.member[5],
    sponsor: { roots: 1, levels: deepest(sponsor) },
    // A binary tree filled from the top has floor(log2 n) + 1 levels.
    placement: { roots: 1, levels: Math.floor(Math.log2(members)) + 1 },
    fees_minor: members * ENTRY_MINOR,
    bonuses_minor: recruits.length * SPONSOR_BONUS_MINOR,
  };
}

function deepest(up: readonly number[]): number {
  const level: number[] = [];
  for (const [i, parent] of up.entries()) level[i] = parent < 0 ? 1 : level[parent]! + 1;
  return Math.max(...level);
}

/** Unix seconds as a wall-clock time in China, 'YYYY-MM-DD hh:mm:ss'. */
function localTime(seconds: number): string {
  return new Date((seconds + 8 * 3_600) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
