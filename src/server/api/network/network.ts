import * as contract from '../../contract/network.ts';
import { seenInspection } from '../../inspections/seen-inspection.ts';
import { indexDigest } from '../../network/index-digest.ts';
import { explorerFolder, readLeftNetwork, readLeftTree } from '../../network/network-folder.ts';
import { shownBracket } from '../../network/shown-bracket.ts';
import { handle } from '../../server.ts';

const read = handle(contract.networkRead)(async (call) => {
  const seen = await seenInspection(call, call.asked.params.inspection_id);
  const { currency, persons, trees } = await readLeftNetwork(seen);
  const shown = trees.map(async ({ counts, ...tree }) => ({
    name: tree.name,
    members: tree.members,
    roots: tree.roots,
    levels: tree.levels,
    people_per_level: [...tree.people_per_level],
    candidates: tree.candidates,
    whole: shownBracket(counts.whole),
    needs: { ...counts.needs },
    lines: counts.lines.map((line) => ({ ...line })),
    index_sha256: await indexDigest(explorerFolder(seen, tree.name)),
  }));
  const whole = { inspection_id: seen.id, as_of: seen.as_of, currency, persons };
  return { status: 200, body: { ...whole, trees: await Promise.all(shown) } };
});

const growth = handle(contract.networkGrowth)(async (call) => {
  const { inspection_id, tree } = call.asked.params;
  const seen = await seenInspection(call, inspection_id);
  const { growth: grown, joined_per_month } = await readLeftTree(seen, tree);
  return {
    status: 200,
    body: {
      joined_per_month: joined_per_month.map((one) => ({ ...one })),
      months: (grown?.months ?? []).map((one) => ({ ...one })),
      levels: (grown?.levels ?? []).map((one) => ({ ...one })),
      ties_changed: grown?.ties_changed ?? null,
      undated: grown?.undated ?? null,
    },
  };
});

export const networkHandlings = [read, growth];
