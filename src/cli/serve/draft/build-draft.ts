import type { SqlEngine } from '../../../engine/sql-engine.ts';
import { derivers } from '../../../inspect/derivers.ts';
import { severityOf } from '../../../model/issue.ts';
import type { Provision } from '../../../model/provision.ts';
import { rankOf } from '../../../model/rank.ts';
import { writeBundle } from '../../../packs/bundle.ts';
import { isPassed, testPack } from '../../../packs/test-pack.ts';
import type { BuiltDraft } from '../../../server/drafts/built-draft.ts';
import type { DraftFile } from '../../../server/drafts/draft-order.ts';
import { checkedDraft } from './checked-draft.ts';

/** One file of a draft that is sound and passes its own cases; otherwise what is wrong first. */
export async function buildDraft(
  engine: SqlEngine,
  files: readonly DraftFile[],
): Promise<BuiltDraft> {
  const checked = await checkedDraft(engine, files);
  const { pack } = checked;
  if (pack === null) {
    const first = checked.diagnostics.find(({ code }) => severityOf(code) === 'error');
    return { unsound: { code: first?.code ?? '', file: first?.place.file ?? 'pack.yaml' } };
  }
  const tested = await testPack(engine, checked, { mutants: false, derivers });
  const failing = tested.find((one) => !isPassed(one));
  if (failing !== undefined) return { failing: failing.provision };
  const bytes = files.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
  const { id, version, publisher, title, provisions, terms } = pack;
  return {
    pack: {
      id,
      version,
      publisher,
      title,
      provisions: provisions.map((one) => ({ id: one.id, rank: highestOf(one) })),
      terms: terms.map((one) => one.id),
    },
    bundle: writeBundle(pack, bytes).toString('base64'),
  };
}

function highestOf({ cites }: Provision): string {
  const [highest] = cites.map(({ rank }) => rank).toSorted((a, b) => rankOf(b) - rankOf(a));
  return highest ?? 'standard';
}
