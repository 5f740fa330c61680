import { digested } from '../../src/evidence/bag/bag-file.ts';
import { inspectionPayload } from '../../src/evidence/bag/payload.ts';
import type { BagLog } from '../../src/evidence/bag/payload.ts';
import { tagFiles } from '../../src/evidence/bag/tag-files.ts';
import { sameBytes } from '../../src/evidence/bytes.ts';
import { canonicalJson } from '../../src/evidence/canonical-json.ts';
import { readCustody } from '../../src/evidence/custody/custody-gaps.ts';
import { sha256 } from '../../src/evidence/digest.ts';
import { consistencyProof } from '../../src/evidence/log/consistency-proof.ts';
import { inclusionProof } from '../../src/evidence/log/inclusion-proof.ts';
import { checkpointText } from '../../src/evidence/note/checkpoint.ts';
import { cosign } from '../../src/evidence/note/cosignature.ts';
import { noteText, signNote } from '../../src/evidence/note/signed-note.ts';
import { verifierKey } from '../../src/evidence/note/verifier-key.ts';
import {
  findingStatement,
  inspectionStatement,
} from '../../src/evidence/statement/inspection-statements.ts';
import { findingId } from '../../src/evidence/statement/finding-id.ts';
import { logEntry, saltOf } from '../../src/evidence/statement/log-entry.ts';
import { payloadOf } from '../../src/evidence/statement/statement.ts';
import type { BagSource } from '../../src/evidence/verify/bag-source.ts';
import type { Against } from '../../src/evidence/verify/check-log.ts';
import { verifyBag } from '../../src/evidence/verify/verify-bag.ts';
import type { Finding } from '../../src/model/provision.ts';
import type { Report } from '../../src/model/report.ts';
import { grownLog } from './log/grown-log.ts';
import { privateKey } from './keys.ts';
import vectors from './vectors/bag-timestamp.json' with { type: 'json' };

export type Files = ReadonlyMap<string, Uint8Array>;

const [sealKey, logKey, witnessKey] = [privateKey(1), privateKey(2), privateKey(3)];
export const origin = 'log.example/1';
export const keys = [
  verifierKey('lab.example/1', 1, sealKey.public_key),
  verifierKey(origin, 1, logKey.public_key),
  verifierKey('witness.example/1', 4, witnessKey.public_key),
];

const raw = Buffer.from('id,name\n1,甲\n');
const input = { name: 'members.csv', sha256: sha256(raw) };

function finding(id: string): Finding {
  const facts = {
    provision: 'cn.test.one',
    provision_sha256: '0a'.repeat(32),
    version_in_force: '2005-11-01',
    subject: { table: 'member', id },
    act_on: '2024-05-01',
    parameters: { levels: 3 },
    evidence: [{ levels: 4, name: '甲' }],
  } as const;
  return {
    ...facts,
    id: findingId(facts, [input.sha256]),
    stage: 'in',
    severity: 'high',
    verdict: 'breach',
    explanation: { en: 'four levels', zh: '四级' },
  } as unknown as Finding;
}

/** As little of a report as a bag asks for. */
const report = {
  schema: 'polyprism.report/1',
  as_of: '2024-06-30',
  verdicts: { provisions: 2, breach: 1, no_breach: 1, cannot_tell: 0 },
  findings: [finding('1'), finding('2')],
  digests: {
    inputs: [input],
    packs: [{ id: 'cn', version: '1.0.0', sha256: 'cc'.repeat(32) }],
    waivers: null,
    engine: { name: 'DuckDB', version: '1', polyprism: '0.1.0' },
  },
} as unknown as Report;
const reportJson = Buffer.from(`${canonicalJson(report)}\n`);

export const item = {
  id: 'E1',
  lawful_basis: '行政处罚法第四十一条',
  source: { kind: 'database', value: 'mall.example', version: null },
  method: 'export by the platform',
  tool: { name: 'mysqldump', version: '8.0' },
  enforcement: true,
  collectors: [
    { name: '张三', number: 'A1' },
    { name: '李四', number: 'A2' },
  ],
  started_at: '2024-06-30T01:00:00Z',
  ended_at: '2024-06-30T02:00:00Z',
  time_source: 'ntp.ntsc.ac.cn',
  network: 'office',
  ip: null,
  environment_check: 'no proxy, clock checked',
  sha256: input.sha256,
  sm3: null,
  bytes: raw.length,
  media_type: 'text/csv',
  storage_medium: 'disk 7',
  previous_sha256: null,
  seal: null,
  confirmation: { absent_because: 'refused to sign' },
  witness: '王五',
  copies: [],
  accesses: [],
  reviews: [
    { state: 'technical_ok', by: '赵六', at: '2024-07-01T01:00:00Z' },
    { state: 'legal_ok', by: '钱七', at: '2024-07-02T01:00:00Z' },
    { state: 'content_ok', by: '孙八', at: '2024-07-03T01:00:00Z' },
    { state: 'usable', by: '孙八', at: '2024-07-03T01:00:00Z' },
  ],
};
export const custody = { schema: 'polyprism.custody/1', case: '2024-17', items: [item] };

/** A log with strangers' entries before, between and after the statements of the bag. */
const payloads = [
  inspectionStatement(report, sha256(reportJson)),
  ...report.findings.map((one) => findingStatement(report, one)),
].map(payloadOf);
const secret = Buffer.alloc(32, 9);
const strangers = [Buffer.from('a'), Buffer.from('b'), Buffer.from('c')];
const logged = payloads.map((one) => logEntry(one, saltOf(one, secret)));
const entries = [...strangers, ...logged, Buffer.from('d')];
const { roots, read } = grownLog(entries);

function checkpointAt(size: number): Buffer {
  const text = checkpointText({ origin, size, root: roots[size]! });
  const note = signNote(text, origin, logKey);
  const { name, id } = keys[2]!;
  const cosignature = { name, id, bytes: cosign(text, 1_719_800_000n, witnessKey) };
  return Buffer.from(noteText({ text, signatures: [...note.signatures, cosignature] }));
}

export const checkpoint = checkpointAt(entries.length);
export const older = checkpointAt(strangers.length);
/** Of a log with the same name that has another history. */
export const forked = Buffer.from(
  noteText(signNote(checkpointText({ origin, size: 3, root: roots[2]! }), origin, logKey)),
);

export const log: BagLog = {
  placeOf: (payload) => {
    const index = strangers.length + payloads.findIndex((one) => sameBytes(one, payload));
    const proof = inclusionProof(index, entries.length, read);
    return { salt: saltOf(payload, secret), index, proof };
  },
  checkpoint,
  timestamp: Buffer.from(vectors.token, 'base64'),
  earlier: [1, 2, 3].map((size) => ({
    size,
    root: roots[size]!,
    proof: consistencyProof(size, entries.length, read),
  })),
};

export interface Wish {
  readonly log?: BagLog | null;
  readonly custody?: unknown;
  readonly sealed?: boolean;
  readonly raw?: boolean;
  readonly report?: Uint8Array;
}

/** A whole small bag: two findings, one raw file, in a log, stamped, with its custody. */
export function smallBag(wish: Wish = {}): Map<string, Uint8Array> {
  const key = wish.sealed === false ? null : sealKey;
  const contents = inspectionPayload({
    report,
    report_files: [{ path: 'report.json', content: wish.report ?? reportJson }],
    packs: [{ path: 'cn-1.0.0.tgz', content: Buffer.from('a pack') }],
    run: { schema: 'polyprism.run/1' },
    custody: wish.custody === null ? null : readCustody(wish.custody ?? custody, []).custody,
    log: wish.log === undefined ? log : wish.log,
    key,
  });
  if (wish.raw !== false) contents.push({ path: 'data/raw/members.csv', content: raw });
  const info = { bagged_on: '2024-07-04', software: 'polyprism 0.1.0', case_id: '2024-17' };
  const readme = { en: 'Read me.\n', zh: '说明。\n' };
  const tags = tagFiles(contents.map(digested), info, readme, key);
  return new Map([...contents, ...tags].map(({ path, content }) => [path, content]));
}

/** Lists again what may have been changed after the bag was made, without the key to sign it. */
export function relisted(files: Files): Map<string, Uint8Array> {
  const payload = [...files].filter(([path]) => path.startsWith('data/'));
  const listed = payload.map(([path, content]) => digested({ path, content }));
  const info = { bagged_on: '2024-07-04', software: 'polyprism 0.1.0', case_id: '2024-17' };
  const tags = tagFiles(listed, info, { en: 'Read me.\n', zh: '说明。\n' }, null);
  const made = tags.map(({ path, content }): [string, Uint8Array] => [path, content]);
  return new Map([...payload, ...made]);
}

export function sourceOf(files: Files): BagSource {
  return {
    entries: [...files].map(([path, bytes]) => ({ path, kind: 'file', bytes: bytes.length })),
    read: async function* (path) {
      yield files.get(path) ?? new Uint8Array();
    },
  };
}

export const nothing: Against = { keys: [], older: null, authorities: [] };

/** Each promise with its state, and why it is not simply kept: `log: broken not_included`. */
export async function told(files: Files, against: Against = nothing): Promise<string[]> {
  const outcomes = await verifyBag(sourceOf(files), against);
  return outcomes.map(({ promise, state, why, named }) =>
    [`${promise}:`, state, why, state === 'kept' ? null : named.join(', ')]
      .filter((part) => part !== null && part !== '')
      .join(' '),
  );
}
