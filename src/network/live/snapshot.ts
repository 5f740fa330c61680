import { sha256 } from '../../evidence/digest.ts';
import { IssueLog, PolyprismError } from '../../model/issue.ts';
import type { Issue } from '../../model/issue.ts';
import { rememberedInOrder } from './alerts.ts';
import { settle } from './live-figures.ts';
import { createForest, DATES, moneyOf } from './live-forest.ts';
import { linkAll } from './links.ts';
import { grown, grownDoubles, push } from './int-list.ts';
import type { Refusal } from './live-event.ts';
import type { LiveNetwork } from './live-network.ts';
import { STRIDE } from './record.ts';
import { TextIndex } from './text-index.ts';

/** Raised whenever the bytes change their meaning; older ones are refused, never guessed at. */
export const SNAPSHOT_VERSION = 3;
const MAGIC = 'polyprism live network';
/** Bytes hashed at a time. */
const PART_BYTES = 2 ** 30;
/** The first line is shorter. */
const LINE_BYTES = 200;

interface Section {
  readonly bytes: number;
  readonly sha256: string;
}

interface Header {
  readonly members: number;
  readonly known: number;
  readonly clock: number;
  readonly ordered: boolean;
  /** What amounts come to without signs; null where there are none. */
  readonly magnitudes: readonly (number | null)[];
  readonly refusals: readonly Refusal[];
  readonly issues: readonly Issue[];
  readonly sections: readonly Section[];
}

type Numbers = Uint8Array | Uint32Array | Int32Array | Float64Array;

/**
 * The network as bytes, in parts to be written one after the other: a line with version and
 * digest, a header with the digest of each part, the arrays. The same network gives the same
 * bytes. Parts may be views of the network: write them before the next event.
 */
export function snapshotOf(live: LiveNetwork): Uint8Array[] {
  const { forest } = live;
  settle(forest);
  linkAll(forest);
  const parts = sectionsOf(live).flatMap(splitBytes);
  const header: Header = {
    members: forest.count,
    known: forest.known,
    clock: forest.clock,
    ordered: forest.ordered,
    magnitudes: forest.money.map((money) => money?.magnitude ?? null),
    refusals: live.refusals,
    issues: live.issues.list(),
    sections: parts.map((part) => ({ bytes: part.length, sha256: sha256(part) })),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const line = `${MAGIC} ${SNAPSHOT_VERSION} ${sha256(text)} ${text.length}\n`;
  return [new TextEncoder().encode(line), text, ...parts];
}

/** Every array of a network, in the order they are written and read. */
function sectionsOf(live: LiveNetwork): Numbers[] {
  const { forest, members, events, claims, waiting, presence } = live;
  const { count } = forest;
  const pairs = [...waiting].flatMap(([upline, all]) => [...all].flatMap((one) => [upline, one]));
  const left = [...presence].flatMap(([member, { at, event }]) => [member, at, event]);
  const money = forest.money.flatMap((one) =>
    one ? [one.own.subarray(0, count), one.below.subarray(0, count)] : [],
  );
  return [
    forest.parent.subarray(0, count),
    forest.heads.subarray(0, count),
    forest.record.subarray(0, count * STRIDE),
    forest.dates.subarray(0, count * DATES),
    rememberedInOrder(forest),
    ...money,
    grownDoubles(claims.at.subarray(0, count), count),
    grown(claims.event.subarray(0, count), count),
    members.parts().bytes,
    members.parts().ends,
    events.parts().bytes,
    events.parts().ends,
    Int32Array.from(pairs),
    Float64Array.from(left),
  ];
}

/** Parts of a section; the last one is shorter than a whole part, if it has to be empty. */
function splitBytes({ buffer, byteOffset, byteLength }: Numbers): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at <= byteLength; at += PART_BYTES) {
    parts.push(new Uint8Array(buffer, byteOffset + at, Math.min(PART_BYTES, byteLength - at)));
  }
  return parts;
}

/**
 * The network of a snapshot. The zone is not in it: `dayOf` must be the one it was made with.
 * Throws network.live_snapshot_bad.
 */
export function restoreLive(bytes: Uint8Array, dayOf: LiveNetwork['dayOf']): LiveNetwork {
  const { header, at } = readHeader(bytes);
  const read = sectionReader(bytes, at, header.sections);
  const forest = createForest(Math.max(1, header.members));
  forest.count = header.members;
  forest.known = header.known;
  forest.clock = header.clock;
  forest.ordered = header.ordered;
  forest.parent.set(read(Int32Array));
  forest.heads.set(read(Uint8Array));
  forest.record.set(read(Int32Array));
  forest.dates.set(read(Int32Array));
  const changed = read(Int32Array);
  for (const one of changed) push(forest.changed, one);
  for (const kind of [0, 1] as const) {
    const magnitude = header.magnitudes[kind] ?? null;
    if (magnitude === null) continue;
    const money = moneyOf(forest, kind);
    money.own.set(read(Float64Array));
    money.below.set(read(Float64Array));
    money.magnitude = magnitude;
  }
  const claims = { at: read(Float64Array), event: read(Int32Array) };
  const members = TextIndex.fromParts(read(Uint8Array), read(Uint32Array));
  const events = TextIndex.fromParts(read(Uint8Array), read(Uint32Array));
  const waiting = new Map<number, Set<number>>();
  const pairs = read(Int32Array);
  for (let i = 0; i < pairs.length; i += 2) {
    const others = waiting.get(pairs[i]!) ?? new Set();
    waiting.set(pairs[i]!, others.add(pairs[i + 1]!));
  }
  const presence: LiveNetwork['presence'] = new Map();
  const left = read(Float64Array);
  for (let i = 0; i < left.length; i += 3) {
    presence.set(left[i]!, { at: left[i + 1]!, event: left[i + 2]! });
  }
  const issues = new IssueLog();
  issues.addAll(header.issues);
  const refusals = [...header.refusals];
  return { forest, members, events, claims, waiting, presence, refusals, issues, dayOf };
}

function readHeader(bytes: Uint8Array): { header: Header; at: number } {
  const end = bytes.subarray(0, LINE_BYTES).indexOf(10);
  const line = new TextDecoder().decode(bytes.subarray(0, Math.max(0, end)));
  if (!line.startsWith(`${MAGIC} `)) throw bad('they do not begin as one');
  const [version, digest, length] = line.slice(MAGIC.length + 1).split(' ');
  if (version !== String(SNAPSHOT_VERSION)) throw bad(`version ${version}`);
  const at = end + 1 + Number(length);
  const text = bytes.subarray(end + 1, at);
  if (sha256(text) !== digest) throw bad('the header was changed');
  return { header: JSON.parse(new TextDecoder().decode(text)) as Header, at };
}

/** Hands out the sections one after the other, each with its digest checked. */
function sectionReader(
  bytes: Uint8Array,
  start: number,
  parts: readonly Section[],
): <T extends Numbers>(make: new (buffer: ArrayBuffer) => T) => T {
  let at = start;
  let next = 0;
  return (make) => {
    const from = at;
    let part: Section;
    do {
      part = parts[next++]!;
      const seen = bytes.subarray(at, at + part.bytes);
      if (sha256(seen) !== part.sha256) throw bad(`part ${next} was changed or is missing`);
      at += part.bytes;
    } while (part.bytes === PART_BYTES);
    // A copy, so that it begins where its numbers need it to; slice of a Buffer makes none.
    const own = new Uint8Array(at - from);
    own.set(bytes.subarray(from, at));
    return new make(own.buffer);
  };
}

function bad(reason: string): PolyprismError {
  return new PolyprismError('network.live_snapshot_bad', { reason });
}
