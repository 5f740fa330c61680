import { createInterface } from 'node:readline';
import { DuckDb } from '../../engine/duckdb.ts';
import type { LintLine } from '../../server/drafts/draft-order.ts';
import { checkedDraft, shownCheck } from './draft/checked-draft.ts';
import { keepWithin } from './draft/keep-within.ts';

// Checks drafts one after the other, warm: a line in is a draft, a line out what is wrong with it.
keepWithin();
const engine = await DuckDb.open({ threads: 1, memory_limit: '512MB', confined_to: [] });
for await (const line of createInterface({ input: process.stdin })) {
  // Handed over by the server's own code, not by users.
  const { number, files } = JSON.parse(line) as LintLine;
  const answer = { number, ...shownCheck(await checkedDraft(engine, files)) };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
engine.close();
