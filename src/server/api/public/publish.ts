import type { MatterState } from '../../../casework/state.ts';
import { verifyDraw } from '../../../evidence/draw/verify-draw.ts';
import { publish } from '../../../disclosure/publication/publish.ts';
import { withdraw as tombstoneOf } from '../../../disclosure/publication/withdraw.ts';
import { missingReasons } from '../../../disclosure/reasons/missing-reasons.ts';
import { canonicalJson } from '../../../evidence/canonical-json.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { MatterKind } from '../../../model/matter.ts';
import type { PublicationKind } from '../../../model/publication.ts';
import { latestOf, openOf } from '../../../store/publications.ts';
import { newId } from '../../auth/new-id.ts';
import {
  publicationsCreate,
  publicationsWithdraw,
  publicRecord,
} from '../../contract/publications.ts';
import type { Asked } from '../../contract/route.ts';
import { ownOrigin } from '../../http/own-hosts.ts';
import { stepThatWithdraws, wantsPublishStep } from '../../publications/publication-steps.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { legalDay } from '../../../model/legal-day.ts';
import { findMatter } from '../matters/seen-matter.ts';
import { takeStepNow } from '../matters/take-step.ts';
import { recordOf } from './shown-now.ts';

type Body = Asked<typeof publicationsCreate>['body'];

/** What each is published of, and the mark without which there is nothing to publish. */
const rules: Readonly<Record<PublicationKind, { kind: MatterKind; marks: readonly string[] }>> = {
  decision: { kind: 'case', marks: ['decided'] },
  measure: { kind: 'measure', marks: ['decided'] },
  recall: { kind: 'recall', marks: ['planned', 'ordered'] },
  draw: { kind: 'draw', marks: ['drawn'] },
};

/** Withdrawn because what it told of was: the matter says so too. */
const overturned = new Set<string>(['annulled', 'revoked', 'court', 'ended']);

const over = new Set(['annulled', 'lifted', 'expired', 'void', 'no_defect']);

const create = handle(publicationsCreate)(async (call) => {
  const { actor } = signedIn(call);
  const { matter_id, laws, correction, ...wanted } = call.asked.body;
  const { tenant_id } = actor;
  const now = call.server.now();
  const made = await call.server.store.as(actor, async (tx) => {
    const { db } = tx;
    const seen = await findMatter(tx, actor, matter_id);
    assertPublishable(seen?.state ?? null, wanted, laws, tenant_id);
    const tenant = await db
      .selectFrom('tenant')
      .select(['name', 'time_zone'])
      .where('id', '=', tenant_id)
      .executeTakeFirstOrThrow();
    const published_on = legalDay(tenant.time_zone, now);
    const content = await openOf(tx, matter_id);
    const before = content === null ? null : recordOf(content);
    const draft = {
      ...wanted,
      id: before?.id ?? newId(now),
      publisher: tenant.name,
      // A correction does not begin the term anew.
      published_on: before?.published_on ?? published_on,
    };
    const published = publish(
      draft,
      before === null ? null : { record: before, correction: correction ?? wanted.title },
    );
    const { record, digest } = published;
    if (before !== null) {
      await db
        .updateTable('publication')
        .set({ content: null, withdrawn_on: published_on, why: 'corrected' })
        .where('id', '=', before.id)
        .where('version', '=', before.version)
        .execute();
    }
    await db
      .insertInto('publication')
      .values({
        id: record.id,
        version: record.version,
        tenant_id,
        kind: record.kind,
        matter_id,
        published_on: record.published_on,
        shown_until: record.shown_until,
        digest,
        content: canonicalJson(record),
      })
      .execute();
    tx.afterCommit(tx.logGrew);
    if (seen !== null && before === null && wantsPublishStep(seen.state)) {
      const { host } = new URL(call.request.url);
      const url = `${ownOrigin(host, call.server.config)}${pageOf(record)}`;
      const isCase = seen.state.kind === 'case';
      const data = { url, ...(isCase && { minor: wanted.minor }) };
      const step = { matter_id, type: 'publish', reason: null, data };
      await takeStepNow(call.server, tx, actor, seen, step);
    }
    return published;
  });
  return { status: 201, body: { ...made, record: publicRecord.parse(made.record) } };
});

/** Where people read it. */
function pageOf({ id, kind }: { readonly id: string; readonly kind: PublicationKind }): string {
  return `/public/zh/${kind}s#${id}`;
}

function assertPublishable(
  state: MatterState | null,
  wanted: Pick<Body, 'kind' | 'reasons' | 'draw'>,
  laws: Body['laws'],
  tenant_id: string,
): void {
  const { kind, marks } = rules[wanted.kind];
  if (state === null || state.kind !== kind || state.owner_tenant_id !== tenant_id)
    throw new PolyprismError('disclosure.no_matter');
  const { status } = state;
  const decided = state.marks.some(({ name }) => marks.includes(name));
  if (!decided || over.has(status)) throw new PolyprismError('disclosure.not_decided', { status });
  if (wanted.kind === 'measure') assertReasons(wanted.reasons, laws);
  if (wanted.kind === 'draw') assertDraw(wanted.draw, state);
}

function assertReasons(reasons: Body['reasons'], laws: Body['laws']): void {
  const missing = missingReasons(reasons ?? nothingSaid, laws);
  const [first] = missing;
  if (first === undefined) return;
  const { what, cite } = first;
  const params = { what: what.en, what_zh: what.zh, cite: cite.en, cite_zh: cite.zh };
  throw new PolyprismError('disclosure.reasons_missing', { count: missing.length, ...params });
}

const nothingSaid: NonNullable<Body['reasons']> = {
  decided_on: null,
  told_on: null,
  effective_on: null,
  measure: null,
  scope: null,
  territory: null,
  ends_on: null,
  open_ended: null,
  facts: null,
  source: null,
  grounds: [],
  found_by_machine: null,
  decided_by_machine: null,
  person_on_request: null,
  redress: [],
};

const committedLists = [
  ['subjects_digest', 'list of subjects', '检查对象名单'],
  ['inspectors_digest', 'list of inspectors', '检查人员名单'],
] as const;

/** A draw goes out only as it was committed in the matter, and only where it verifies. */
function assertDraw(draw: Body['draw'], { kept }: MatterState): void {
  if (draw === null) throw new PolyprismError('disclosure.not_decided', { status: 'drawn' });
  const { committed, published } = draw;
  const [issue] = verifyDraw(committed, published).flatMap(({ issues }) => issues);
  if (issue !== undefined) throw new PolyprismError(issue.code, issue.params);
  for (const [name, what, what_zh] of committedLists) {
    if (kept[name] !== committed[name])
      throw new PolyprismError('casework.draw_list_changed', { what, what_zh });
  }
}

const withdraw = handle(publicationsWithdraw)(async (call) => {
  const { actor } = signedIn(call);
  const { publication_id } = call.asked.params;
  const { why } = call.asked.body;
  const stone = await call.server.store.as(actor, async (tx) => {
    const row = await latestOf(tx, publication_id);
    if (row?.tenant_id !== actor.tenant_id) throw new PolyprismError('http.not_found');
    if (row.content === null) throw new PolyprismError('disclosure.withdrawn');
    const { time_zone } = await tx.db
      .selectFrom('tenant')
      .select('time_zone')
      .where('id', '=', actor.tenant_id)
      .executeTakeFirstOrThrow();
    const withdrawn_on = legalDay(time_zone, call.server.now());
    const { numUpdatedRows } = await tx.db
      .updateTable('publication')
      .set({ content: null, withdrawn_on, why })
      .where('id', '=', row.id)
      .where('version', '=', row.version)
      .where('content', 'is not', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new PolyprismError('disclosure.withdrawn');
    const seen = await findMatter(tx, actor, row.matter_id);
    const type = seen !== null && overturned.has(why) ? stepThatWithdraws(seen.state) : null;
    if (seen !== null && type !== null) {
      const step = { matter_id: row.matter_id, type, reason: null, data: {} };
      await takeStepNow(call.server, tx, actor, seen, step);
    }
    return tombstoneOf(row, row.digest, withdrawn_on, why);
  });
  return { status: 200, body: stone };
});

export const publicationHandlings = [create, withdraw];
