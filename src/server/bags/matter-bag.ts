import { digested } from '../../evidence/bag/bag-file.ts';
import type { BagContent, BagFile } from '../../evidence/bag/bag-file.ts';
import { matterPayload } from '../../evidence/bag/matter-payload.ts';
import type { BaggedEvent } from '../../evidence/bag/matter-payload.ts';
import { tagFiles } from '../../evidence/bag/tag-files.ts';
import { crc32 } from '../../evidence/archive/crc32.ts';
import type { ArchiveFile } from '../../evidence/archive/zip-writer.ts';
import { hexOf } from '../../evidence/bytes.ts';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import { readCustody } from '../../evidence/custody/custody-gaps.ts';
import type { Custody } from '../../evidence/custody/custody.ts';
import type { Actor } from '../../model/actor.ts';
import { compareText, PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import { eventsWithSalts } from './events-with-salts.ts';
import { logKeyOf } from '../auth/log-key.ts';
import { seenMatter } from '../api/matters/seen-matter.ts';
import { readLoggedEvents } from '../../store/log/read-logged-events.ts';
import type { Server } from '../server.ts';
import { attachedFiles } from './attached-files.ts';
import { bagReadme } from './bag-readme.ts';
import { findingStatements } from './finding-statements.ts';
import { logProofs } from './log-proofs.ts';
import { matterEvidence } from './matter-evidence.ts';
import { matterRecords } from './matter-records.ts';

export interface MatterBag {
  /** The folder in the archive, which has its name too. */
  readonly name: string;
  readonly files: readonly ArchiveFile[];
}

/**
 * The bag of a matter as one reader is shown it: the same matter, reader and state of the log give
 * the same bytes. Its day is that of the state of the log it rests on.
 */
export async function matterBag(
  server: Server,
  actor: Actor,
  matter_id: string,
  custody_given: unknown,
): Promise<MatterBag> {
  const { workspace } = server;
  const { seen, logged, evidence } = await server.store.as(actor, async (tx) => {
    const found = await seenMatter(tx, actor, matter_id);
    return {
      seen: found,
      logged: await readLoggedEvents(tx, matter_id),
      evidence: await matterEvidence(tx, actor, found.shown.events),
    };
  });
  const { shown } = seen;
  if (shown.events.length > limits.bag_events_max)
    throw new PolyprismError('bag.too_many_events', { limit: limits.bag_events_max });
  const events = eventsWithSalts(seen, logged);
  const log = await logProofs(
    server,
    events.map(({ position }) => position),
  );
  const findings = await findingStatements(workspace, evidence);
  const files = await attachedFiles(workspace, evidence);
  const custody = custodyOf(
    custody_given,
    files.map(({ file }) => file.sha256),
  );
  const bagged = events.map(({ event, entry, salt }, at): BaggedEvent => {
    // One place for each position that was asked for.
    return { event, entry, salt, ...log.places[at]! };
  });
  const key = await logKeyOf(workspace);
  const named = new Set(findings.ids);
  const payload = matterPayload({
    predicate: {
      matter_id,
      kind: seen.state.kind,
      title: shown.title,
      status: shown.status,
      shown_to: { party: actor.party, tenant_id: actor.tenant_id },
      faces: shown.faces,
      entries: bagged.map(({ entry }) => hexOf(entry)),
      findings: findings.ids,
      inspections: evidence.inspections,
    },
    events: bagged,
    findings: findings.statements,
    files: [...evidence.files.keys()]
      .filter((sha256) => !named.has(sha256))
      .toSorted(compareText)
      .map((sha256) => ({ sha256 })),
    records: matterRecords(matter_id, shown),
    custody,
    log: log.state,
    key,
  });
  const info = {
    bagged_on: log.on,
    software: `polyprism ${server.version}`,
    case_id: matter_id,
  };
  const listed: BagFile[] = [...payload.map(digested), ...files.map(({ file }) => file)];
  const tags = tagFiles(listed, info, bagReadme, key);
  const members = [...[...tags, ...payload].map(memberOf), ...files.map(({ member }) => member)];
  return {
    name: `polyprism-${matter_id}`,
    files: members.toSorted((a, b) => compareText(a.path, b.path)),
  };
}

/** A record with gaps is refused: a bag that was sealed is not mended. */
function custodyOf(value: unknown, files: readonly string[]): Custody | null {
  if (value === undefined) return null;
  const bytes = Buffer.byteLength(canonicalJson(value));
  const limit = limits.custody_bytes_max;
  if (bytes > limit) throw new PolyprismError('bag.custody_too_large', { path: 'custody', limit });
  const { custody, gaps } = readCustody(value, files);
  if (custody && gaps.length === 0) return custody;
  const fields = gaps.slice(0, limits.bag_named_max).join(', ');
  throw new PolyprismError('bag.custody_gaps', { path: 'custody', fields, count: gaps.length });
}

function memberOf({ path, content }: BagContent): ArchiveFile {
  const sum = crc32();
  sum.update(content);
  return { path, bytes: content.length, crc32: sum.value(), read: () => [content] };
}
