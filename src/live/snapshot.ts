import { canonicalJson } from '../evidence/canonical-json.ts';
import { digestOf, sha256 } from '../evidence/digest.ts';
import { PolyprismError } from '../model/issue.ts';
import { isTableName } from '../model/tables.ts';
import { restoreLive, snapshotOf } from '../network/live/snapshot.ts';
import type { Alert } from './alert.ts';
import { createLiveState, dayOfIn, packDigests, snapshotBad } from './live-state.ts';
import type { LiveContext, LiveRefusal, LiveState } from './live-state.ts';
import { tableRows } from './row-store.ts';
import type { Stamp, StoredRow } from './row-store.ts';

/** Raised whenever the bytes change their meaning; older ones are refused, never guessed at. */
const VERSION = 1;
const MAGIC = 'polyprism live data';
/** The first line is shorter. */
const LINE_BYTES = 200;
/** Rows in one section: a section is one text. */
const SECTION_ROWS = 50_000;

interface Header {
  /** Digest of what the state is made with: packs, currency, zone. */
  readonly context: string;
  readonly as_of: string;
  readonly position: number;
  readonly watermark: number | null;
  readonly late: number;
  readonly refused: number;
  /** What follows, in order; sections of rows name their table, the last one is the network. */
  readonly sections: readonly Section[];
}

interface Section {
  readonly of: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A row as it is written: columns, their values, stamps as places in a list, verdicts. */
type WrittenRow = readonly [
  key: string,
  columns: readonly string[],
  values: readonly StoredRow['values'][string][],
  stamps: readonly (readonly [at: number, event: string])[],
  stampOf: readonly number[],
  codes: readonly number[] | null,
];

/**
 * The state as bytes, in parts to be written one after the other: a line with version and digest,
 * a header with the digest of each section, the sections. The same state gives the same bytes.
 * Parts may be views of the state: write them before the next entry.
 */
export function liveSnapshot(state: LiveState): Uint8Array[] {
  const sections: { readonly of: string; readonly parts: Uint8Array[] }[] = [];
  const add = (of: string, value: unknown): void => {
    sections.push({ of, parts: [encode(canonicalJson(value))] });
  };
  const { alerts, counts, dirty, refusals } = state;
  add('alerts', [...alerts]);
  add('counts', [...counts]);
  add('dirty', [...dirty]);
  add('refusals', refusals);
  for (const [table, { rows, columns }] of state.rows) {
    add(`columns ${table}`, [...columns]);
    const all = [...rows];
    for (let i = 0; i < all.length; i += SECTION_ROWS) {
      add(`rows ${table}`, all.slice(i, i + SECTION_ROWS).map(writtenRow));
    }
  }
  sections.push({ of: 'network', parts: snapshotOf(state.network) });
  const { as_of, position, watermark, late, refused } = state;
  const header: Header = {
    context: contextDigest(state.context),
    as_of,
    position,
    watermark,
    late,
    refused,
    sections: sections.map(({ of, parts }) => {
      const bytes = parts.reduce((sum, part) => sum + part.length, 0);
      // The network's parts have digests of their own.
      return { of, bytes, sha256: of === 'network' ? '' : sha256(parts[0]!) };
    }),
  };
  const text = encode(canonicalJson(header));
  const line = encode(`${MAGIC} ${VERSION} ${sha256(text)} ${text.length}\n`);
  return [line, text, ...sections.flatMap(({ parts }) => parts)];
}

/** The state of a snapshot with the same packs, currency, zone. Throws live.snapshot_bad. */
export function restoreState(bytes: Uint8Array, context: LiveContext): LiveState {
  const { header, at } = headerOf(bytes);
  if (header.context !== contextDigest(context)) {
    throw snapshotBad('it was made with other packs, another currency or another zone');
  }
  const state = createLiveState(context, header.as_of);
  state.position = header.position;
  state.watermark = header.watermark;
  state.late = header.late;
  state.refused = header.refused;
  let from = at;
  for (const section of header.sections) {
    const part = bytes.subarray(from, from + section.bytes);
    from += section.bytes;
    if (section.of === 'network') {
      state.network = networkOf(part, context);
    } else {
      if (sha256(part) !== section.sha256) throw snapshotBad(`"${section.of}" was changed`);
      take(state, section.of, JSON.parse(new TextDecoder().decode(part)) as unknown);
    }
  }
  return state;
}

/** The network has a version of its own, which may be an older one. */
function networkOf(part: Uint8Array, context: LiveContext): LiveState['network'] {
  try {
    return restoreLive(part, dayOfIn(context.time_zone));
  } catch (error) {
    if (!(error instanceof PolyprismError)) throw error;
    throw snapshotBad(String(error.issue.params['reason']));
  }
}

/** Takes over a section; its digest says that it is what `liveSnapshot` wrote. */
function take(state: LiveState, of: string, value: unknown): void {
  const [what, table = ''] = of.split(' ');
  if (what === 'alerts') for (const [k, v] of value as [string, Alert][]) state.alerts.set(k, v);
  if (what === 'counts') for (const [k, v] of value as [string, number[]][]) state.counts.set(k, v);
  if (what === 'dirty') for (const one of value as string[]) state.dirty.add(one);
  if (what === 'refusals') state.refusals.push(...(value as LiveRefusal[]));
  if (!isTableName(table)) return;
  const { rows, columns } = tableRows(state.rows, table);
  if (what === 'columns') for (const one of value as string[]) columns.add(one);
  if (what === 'rows') for (const one of value as WrittenRow[]) rows.set(...readRow(one));
}

function writtenRow([key, { values, stamps, codes }]: [string, StoredRow]): WrittenRow {
  const columns = Object.keys(values);
  const list: Stamp[] = [];
  const stampOf = columns.map((column) => {
    const stamp = stamps[column]!;
    const known = list.findIndex(({ at, event }) => at === stamp.at && event === stamp.event);
    return known >= 0 ? known : list.push(stamp) - 1;
  });
  return [
    key,
    columns,
    columns.map((column) => values[column]!),
    list.map(({ at, event }) => [at, event]),
    stampOf,
    codes === null ? null : [...codes],
  ];
}

function readRow([key, columns, values, list, stampOf, codes]: WrittenRow): [string, StoredRow] {
  const stamps = list.map(([at, event]): Stamp => ({ at, event }));
  return [
    key,
    {
      values: Object.fromEntries(columns.map((column, i) => [column, values[i] ?? null])),
      stamps: Object.fromEntries(columns.map((column, i) => [column, stamps[stampOf[i]!]!])),
      codes: codes === null ? null : Uint8Array.from(codes),
    },
  ];
}

function headerOf(bytes: Uint8Array): { readonly header: Header; readonly at: number } {
  const end = bytes.subarray(0, LINE_BYTES).indexOf(10);
  const line = new TextDecoder().decode(bytes.subarray(0, Math.max(0, end)));
  if (!line.startsWith(`${MAGIC} `)) throw snapshotBad('it does not begin as one');
  const [version, digest, length] = line.slice(MAGIC.length + 1).split(' ');
  if (version !== String(VERSION)) throw snapshotBad(`version ${version}`);
  const at = end + 1 + Number(length);
  const text = bytes.subarray(end + 1, at);
  if (sha256(text) !== digest) throw snapshotBad('its header was changed');
  return { header: JSON.parse(new TextDecoder().decode(text)) as Header, at };
}

/** Digest of what a state is made with: states of equal digests and entries are equal. */
export function contextDigest(context: LiveContext): string {
  const { currency, time_zone } = context;
  return digestOf({ packs: packDigests(context), currency, time_zone });
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
