import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { slowForest } from '../oracle/slow-forest.ts';
import { inFolder, inspectPaths } from '../support/inspected.ts';

/** One account of an invented scheme; `up` is a position, or 'gone' for one not in the data. */
interface Account {
  readonly no: number;
  readonly up: number | 'gone' | null;
  /** Seconds after the first account. */
  readonly at: number;
  readonly phone: string;
}

const size = 150;

/** A chain that branches, with every defect a dump may hold. */
const accounts: readonly Account[] = Array.from({ length: size }, (_, no) => ({
  no,
  up: upOf(no),
  at: no * 30_000,
  phone: `139${String(20_000_017 + no * 1_313).padStart(8, '0')}`,
}));

function upOf(no: number): number | 'gone' | null {
  if (no < 2) return null;
  if (no === 10) return 10;
  if (no === 20 || no === 21) return 'gone';
  // A circle of two, one of three, and one who hangs under somebody who came later.
  const odd: Record<number, number> = { 40: 41, 41: 40, 50: 52, 51: 50, 52: 51, 60: 70, 70: 5 };
  return odd[no] ?? (no % 3 === 0 ? no - 2 : Math.floor(no / 2));
}

/** Beijing time of an account's joining; day 0 is 2023-03-01. */
function moment(at: number): string {
  return new Date(Date.UTC(2023, 2, 1) + at * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

const dayOf = (at: number): number => Math.floor(at / 86_400);
const dateOf = (day: number): string => moment(day * 86_400).slice(0, 10);

/** What the report must say of one tree, from the slow forest. */
function truth(up: (one: Account) => Account['up'], id: (no: number) => string) {
  const list = accounts.map((one) => {
    const parent = up(one);
    const joined = dayOf(one.at);
    const recruiter = parent === 'gone' ? size + one.no : parent;
    return { no: one.no, recruiter, joined, bound: null, paid: 0 };
  });
  const forest = slowForest(list, [30]);
  const people = [...forest.members.entries()];
  const deepest = Math.max(...people.map(([, one]) => one.level));
  return {
    members: size,
    roots: people.filter(([, one]) => one.recruiter === null).length,
    people_per_level: Array.from(
      { length: deepest },
      (_, i) => people.filter(([, one]) => one.level === i + 1).length,
    ),
    self_parents: forest.selfParents,
    missing_parents: forest.missingParents,
    cycles: forest.cycles,
    cycle_members: forest.cycleMembers,
    late_parents: people.filter(
      ([no, one]) => one.recruiter !== null && accounts[one.recruiter]!.at > accounts[no]!.at,
    ).length,
    candidates: Object.fromEntries(
      people
        .filter(([, one]) => one.people >= 30 && one.levels >= 3)
        .map(([no, one]) => [
          id(no),
          [one.people, dateOf(Math.max(one.peopleDay[30]!, one.thirdLevelDay!))],
        ]),
    ),
  };
}

function told(report: Report, name: 'sponsor' | 'placement') {
  const tree = report.network.trees.find((one) => one.name === name)!;
  return {
    members: tree.members,
    roots: tree.roots,
    people_per_level: tree.people_per_level,
    self_parents: tree.self_parents,
    missing_parents: tree.missing_parents,
    cycles: tree.cycles,
    cycle_members: tree.cycle_members,
    late_parents: tree.late_parents,
    candidates: Object.fromEntries(
      tree.candidates.map((one) => [one.member_id, [one.people, one.crossed_30_3]]),
    ),
  };
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.join(',')}\n`).join('');
}

async function inspectFiles(files: Readonly<Record<string, string>>): Promise<Report> {
  return await inFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return await inspectPaths([folder]);
  });
}

const nameOf = (up: Account['up'], id: (no: number) => string): string =>
  up === null ? '' : up === 'gone' ? id(90_000) : id(up);
const recruited = accounts.filter((one) => typeof one.up === 'number' && one.up !== one.no);

describe('a binary back office in English, amounts in cents', async () => {
  const id = (no: number): string => `D${100_000 + no}`;
  const binary = ({ no }: Account): number | null => (no === 0 ? null : (no - 1) >> 1);
  const report = await inspectFiles({
    'distributors.csv': csv([
      [
        'distributor_code',
        'full_name',
        'phone',
        'sponsor_id',
        'placement_id',
        'leg',
        'enrolled_on',
      ],
      ...accounts.map((one) => [
        id(one.no),
        `N${one.no}`,
        one.phone,
        nameOf(one.up, id),
        nameOf(binary(one), id),
        'LR'[one.no % 2]!,
        moment(one.at),
      ]),
    ]),
    'package_purchases.csv': csv([
      ['id', 'distributor_code', 'package', 'amount_cents', 'purchased_at'],
      ...accounts.map((one) => [one.no + 1, id(one.no), 'M', 49_900, moment(one.at)]),
    ]),
    'wallet_transactions.csv': csv([
      ['id', 'distributor_code', 'type', 'amount_cents', 'related_distributor', 'created_at'],
      ...recruited.map((one) => [
        one.no,
        nameOf(one.up, id),
        'sponsor_bonus',
        5_000,
        id(one.no),
        moment(one.at),
      ]),
      ...accounts.map((one) => [1000 + one.no, id(one.no), 'withdrawal', -700, '', moment(one.at)]),
    ]),
  });

  it('has two trees', () => {
    expect(told(report, 'sponsor')).toEqual(truth(({ up }) => up, id));
    expect(told(report, 'placement')).toEqual(truth(binary, id));
  });

  it('has fees and commissions, and takes a withdrawal for neither', () => {
    expect(report.money.fees).toBe(size * 49_900);
    expect(report.money.commissions).toBe(recruited.length * 5_000);
    expect(report.money.counts.commissions).toBe(recruited.length);
  });
});

describe('Chinese lists in which people are known by their phones', async () => {
  const phone = (no: number): string => accounts[no]?.phone ?? '13700000001';
  const report = await inspectFiles({
    '会员花名册.csv': csv([
      ['姓名', '手机号码', '推荐人手机', '入会日期', '级别'],
      ...accounts.map((one) => [
        '张三',
        one.phone,
        nameOf(one.up, phone),
        moment(one.at).slice(0, 10),
        '初级',
      ]),
    ]),
    '报单明细.csv': csv([
      ['会员手机', '报单套餐', '报单金额', '报单日期'],
      ...accounts.map((one) => [one.phone, '甲', '1200.00', moment(one.at).slice(0, 10)]),
    ]),
    '奖金发放.csv': csv([
      ['会员手机', '奖项', '金额', '来源会员手机', '发放日期'],
      ...recruited.map((one) => [
        nameOf(one.up, phone),
        '推荐奖',
        '30.00',
        one.phone,
        moment(one.at).slice(0, 10),
      ]),
    ]),
  });

  it('takes the phone of a recruiter for no contact of the recruit', () => {
    expect(report.network.persons).toBe(size);
    expect(report.network.shared_contact_accounts).toBe(0);
  });

  it('finds fees and commissions without a key of their own', () => {
    expect(report.money.fees).toBe(size * 120_000);
    expect(report.money.commissions).toBe(recruited.length * 3_000);
    expect(report.network.trees[0]?.roots).toBe(truth(({ up }) => up, String).roots);
  });
});

describe('affiliates with American dates and a wallet described in words', async () => {
  const id = (no: number): string => String(1000 + no);
  const american = (at: number): string => {
    const [year, month, day, time] = moment(at).split(/[- ]/) as [string, string, string, string];
    return `${month}/${day}/${year} ${time}`;
  };
  const report = await inspectFiles({
    'affiliates.csv': csv([
      ['affiliate_id', 'full_name', 'phone', 'upline_id', 'joined'],
      ...accounts.map((one) => [
        id(one.no),
        `N${one.no}`,
        one.phone,
        nameOf(one.up, id),
        american(one.at),
      ]),
    ]),
    'payments.csv': csv([
      ['payment_id', 'affiliate_id', 'purpose', 'amount', 'payment_date'],
      ...accounts.map((one) => [one.no + 1, id(one.no), 'Starter kit', '250.00', american(one.at)]),
    ]),
    'ewallet_ledger.csv': csv([
      ['entry_id', 'affiliate_id', 'description', 'amount', 'entry_date'],
      ...recruited.map((one) => [
        one.no,
        nameOf(one.up, id),
        'Referral commission',
        '40.00',
        american(one.at),
      ]),
      ...accounts.map((one) => [1000 + one.no, id(one.no), 'Transfer', '-7.00', american(one.at)]),
    ]),
  });

  it('dates every member', () => {
    expect(told(report, 'sponsor')).toEqual(truth(({ up }) => up, id));
  });

  it('adds up what was paid to enter and what was earned', () => {
    expect(report.money.fees).toBe(size * 25_000);
    expect(report.money.commissions).toBe(recruited.length * 4_000);
  });
});

describe('an export of phpMyAdmin', async () => {
  const id = (no: number): string => String(no + 1);
  const part = (name: string, data: readonly object[]) => ({ type: 'table', name, data });
  const report = await inspectFiles({
    'export.json': JSON.stringify([
      { type: 'header', version: '5.1.1' },
      { type: 'database', name: 'fx' },
      part(
        'fx_member',
        accounts.map((one) => ({
          id: id(one.no),
          mobile: one.phone,
          pid: one.up === null ? '0' : nameOf(one.up, id),
          reg_time: moment(one.at),
        })),
      ),
      part(
        'fx_join_order',
        accounts.map((one) => ({
          id: id(one.no),
          member_id: id(one.no),
          money: '399.00',
          pay_status: one.no % 4 === 0 ? '0' : '1',
          pay_time: one.no % 4 === 0 ? null : moment(one.at),
        })),
      ),
    ]),
  });

  it('is read to its end', () => {
    expect(report.issues.filter(({ code }) => code.startsWith('json.'))).toEqual([]);
    expect(told(report, 'sponsor')).toEqual(truth(({ up }) => up, id));
  });

  it('counts paid orders to join as fees, and as no sale', () => {
    expect(report.money.fees).toBe(accounts.filter(({ no }) => no % 4 !== 0).length * 39_900);
    expect(report.money.orders).toBeNull();
  });
});
