import { DuckDb } from '../../engine/duckdb.ts';
import { attachSnapshot } from '../../inspect/attach-snapshot.ts';
import { dayToJudge } from '../../inspect/day-to-judge.ts';
import { derivers } from '../../inspect/derivers.ts';
import { judge } from '../../inspect/judge.ts';
import { recallSnapshot } from '../../inspect/snapshot-file.ts';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import type { Progress } from '../../model/progress.ts';
import { analyseNetwork } from '../../network/analyse-network.ts';
import { isPassed, testPack } from '../../packs/test-pack.ts';
import type { DraftOrder } from '../../server/drafts/draft-order.ts';
import { buildDraft } from './draft/build-draft.ts';
import { checkedDraft, shownCheck } from './draft/checked-draft.ts';
import { keepWithin } from './draft/keep-within.ts';
import { readOrder } from './read-order.ts';

keepWithin();
const tell = (told: unknown): void => {
  process.stdout.write(`${JSON.stringify(told)}\n`);
};
try {
  // Handed over by the server's own code, not by users.
  tell({ result: await run((await readOrder()) as DraftOrder) });
} catch (error) {
  tell({ failed: error instanceof PolyprismError ? error.issue.code : 'draft.engine' });
  process.exitCode = 2;
}

async function run(order: DraftOrder): Promise<unknown> {
  const folders = order.verb === 'run' ? [order.snapshot] : [];
  const settings = { threads: 1, memory_limit: '1GB', confined_to: folders };
  const engine = await DuckDb.open(settings);
  try {
    if (order.verb === 'build') return await buildDraft(engine, order.files);
    const checked = await checkedDraft(engine, order.files);
    const shown = shownCheck(checked);
    if (checked.pack === null || order.verb === 'lint') return shown;
    if (order.verb === 'run')
      return { ...shown, ...(await onSnapshot(engine, checked.pack, order)) };
    const { mutants } = order;
    const progress = (one: Progress): void => tell(one);
    const provisions = await testPack(engine, checked, { mutants, derivers, progress });
    return { ...shown, passed: provisions.every(isPassed), provisions };
  } finally {
    engine.close();
  }
}

/** What the draft finds in data that were inspected; nothing of it is kept. */
async function onSnapshot(
  engine: DuckDb,
  pack: Parameters<typeof judge>[1][number],
  order: Extract<DraftOrder, { verb: 'run' }>,
) {
  const snapshot = await recallSnapshot(order.snapshot);
  if (snapshot === null) throw new PolyprismError('http.not_found');
  await attachSnapshot(engine, snapshot);
  tell({ step: 'network', done: 0, total: null });
  await analyseNetwork(engine, { time_zone: snapshot.time_zone });
  tell({ step: 'provisions', done: 0, total: pack.provisions.length });
  const as_of = order.as_of ?? (await dayToJudge(engine, snapshot, [pack]));
  const { findings, verdicts } = await judge(engine, [pack], { ...snapshot, as_of }, tell);
  return {
    as_of,
    verdicts,
    findings: findings.length,
    first: findings.slice(0, limits.draft_findings_max),
  };
}
