import { PolyprismError } from '../../../model/issue.ts';
import type { Explorer, MemberSummary } from '../../../network/explorer/read-explorer.ts';
import * as contract from '../../contract/network.ts';
import { seenInspection } from '../../inspections/seen-inspection.ts';
import { amountIn, bracketIn, crossedIn, memberRow, textIn } from '../../network/member-rows.ts';
import { memberSentence } from '../../network/member-sentence.ts';
import { explorerOf, readLeftNetwork, readLeftTree } from '../../network/network-folder.ts';
import { offsetOf, pageOfOffset } from '../../network/page-of-offset.ts';
import { shownBracket } from '../../network/shown-bracket.ts';
import { shownMember } from '../../network/shown-member.ts';
import { handle } from '../../server.ts';

/** Uplines shown above a member: the nearest ones. */
const path_max = 100;

async function numberIn(explorer: Explorer, member_id: string): Promise<number> {
  const number = await explorer.numberOf(member_id);
  if (number === null) throw new PolyprismError('http.not_found');
  return number;
}

async function summaries(explorer: Explorer, numbers: readonly number[]): Promise<MemberSummary[]> {
  return await Promise.all(numbers.map(async (number) => await explorer.summary(number)));
}

const search = handle(contract.networkSearch)(async (call) => {
  const { inspection_id, tree } = call.asked.params;
  const { text, by, limit } = call.asked.query;
  const explorer = await explorerOf(await seenInspection(call, inspection_id), tree);
  const found = await explorer.search(text, limit, by);
  const members = await summaries(
    explorer,
    found.map(({ number }) => number),
  );
  const items = found.map(({ key }, i) => ({ ...shownMember(members[i]!), key }));
  return { status: 200, body: { items } };
});

const member = handle(contract.networkMember)(async (call) => {
  const { inspection_id, tree, member_id } = call.asked.params;
  const seen = await seenInspection(call, inspection_id);
  const explorer = await explorerOf(seen, tree);
  const number = await numberIn(explorer, member_id);
  const { tables } = call.server;
  const [left, { currency }, path, counted, row, paid] = await Promise.all([
    readLeftTree(seen, tree),
    readLeftNetwork(seen),
    explorer.pathTo(number, path_max + 1),
    memberRow(tables, seen, 'network_count', tree, member_id),
    memberRow(tables, seen, 'network_member', tree, member_id),
    memberRow(tables, seen, 'network_paid_crossing', tree, member_id),
  ]);
  const upline = await summaries(explorer, path);
  const own = upline.at(-1)!;
  const bracket = bracketIn(counted, left);
  const crossed = row === undefined ? null : crossedIn(row);
  const { as_of } = seen;
  return {
    status: 200,
    body: {
      inspection_id: seen.id,
      tree,
      as_of,
      currency,
      member: shownMember(own),
      path: upline.map(shownMember),
      path_cut: upline[0]!.parent !== null,
      bracket: shownBracket(bracket),
      crossed,
      paid_line: paid === undefined ? null : paidLine(paid),
      statement: memberSentence({ as_of, tree, member: own, bracket, crossed }),
    },
  };
});

function paidLine(row: Parameters<typeof textIn>[0]) {
  const holds = row['net_holds'] ?? null;
  return {
    threshold_minor: amountIn(row, 'threshold_minor') ?? 0,
    gross_minor: amountIn(row, 'gross_minor') ?? 0,
    net_minor: amountIn(row, 'net_minor'),
    gross_on: textIn(row, 'gross_on'),
    net_on: textIn(row, 'net_on'),
    net_holds: typeof holds === 'boolean' ? holds : null,
  };
}

const recruits = handle(contract.networkRecruits)(async (call) => {
  const { inspection_id, tree } = call.asked.params;
  const { limit, cursor, member_id, order } = call.asked.query;
  const from = offsetOf(cursor);
  const explorer = await explorerOf(await seenInspection(call, inspection_id), tree);
  const of = member_id === undefined ? null : await numberIn(explorer, member_id);
  const end = from + limit + 1;
  // Where money is unknown, the order by it is that by size.
  const known = await explorer.recruits(of, order, from, end);
  const numbers = known ?? (await explorer.recruits(of, 'size', from, end)) ?? [];
  const page = pageOfOffset(numbers, from, limit);
  const items = (await summaries(explorer, page.items)).map(shownMember);
  return { status: 200, body: { items, next: page.next } };
});

export const memberHandlings = [search, member, recruits];
