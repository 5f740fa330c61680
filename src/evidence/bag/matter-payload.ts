import { base64Of } from '../base64.ts';
import { hexOf, utf8Bytes } from '../bytes.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Custody } from '../custody/custody.ts';
import type { SigningKey } from '../ed25519.ts';
import type { Hash } from '../log/merkle-hash.ts';
import { loggedStatement, loggedStatementLine } from '../statement/logged-statement.ts';
import { statementOf } from '../statement/statement.ts';
import type { Statement } from '../statement/statement.ts';
import type { BagContent } from './bag-file.ts';
import { bag_paths } from './bag-paths.ts';
import { logFiles } from './log-files.ts';
import type { LogState } from './log-files.ts';

export const matter_predicate = 'urn:polyprism:matter:1';

/** What the bag of a matter says of the matter as a whole. */
export interface MatterPredicate {
  readonly matter_id: string;
  readonly kind: string;
  /** null where the side it is shown to is not told it. */
  readonly title: string | null;
  /** Null where nothing shown says it. */
  readonly status: string | null;
  /** For whom the bag was made: it has what they are shown, and nothing else. */
  readonly shown_to: { readonly party: string; readonly tenant_id: string };
  readonly faces: readonly string[];
  /** What the log has of each event, hexadecimal, in their order. */
  readonly entries: readonly string[];
  /** Ids of the findings it rests on, in the order of their statements. */
  readonly findings: readonly string[];
  readonly inspections: readonly BaggedInspection[];
}

/** An inspection a matter rests on, by its digests. */
export interface BaggedInspection {
  readonly inspection_id: string;
  readonly tenant_id: string;
  readonly as_of: string;
  /** Digest over those of the raw files. */
  readonly snapshot_id: string;
  /** Digest of its report as canonical JSON. */
  readonly report: string;
}

/** An event as it is shown, with where the log has it. */
export interface BaggedEvent {
  /** Whole, or what of it is shown. */
  readonly event: unknown;
  /** What the log has of it: 32 bytes. */
  readonly entry: Uint8Array;
  /** With it the whole event proves its entry; null where only a part is shown. */
  readonly salt: Uint8Array | null;
  readonly index: number;
  readonly proof: readonly Hash[];
}

export interface MatterBagInput {
  readonly predicate: MatterPredicate;
  readonly events: readonly BaggedEvent[];
  /** One each of `predicate.findings`. */
  readonly findings: readonly Statement[];
  /** Files that events name, those in the bag and those of which it has the digest alone. */
  readonly files: readonly { readonly sha256: string }[];
  /** The matter in words, by the name of the file. */
  readonly records: readonly BagContent[];
  readonly custody: Custody | null;
  readonly log: LogState;
  readonly key: SigningKey | null;
}

/** The payload of the bag of a matter, but for the files, which may be large. */
export function matterPayload(input: MatterBagInput): BagContent[] {
  const { predicate, events, findings, files, records, custody, log, key } = input;
  const line = (statement: Statement): string =>
    loggedStatementLine(loggedStatement(statement, key, null));
  const text = (path: string, content: string): BagContent => ({
    path,
    content: utf8Bytes(content),
  });
  const subjects = files.map(({ sha256 }) => ({ name: `${bag_paths.files}${sha256}`, sha256 }));
  return [
    text(bag_paths.matter, line(statementOf(subjects, matter_predicate, predicate))),
    text(bag_paths.events, events.map(eventLine).join('')),
    ...(findings.length > 0 ? [text(bag_paths.findings, findings.map(line).join(''))] : []),
    ...records,
    ...(custody ? [text(bag_paths.custody, `${canonicalJson(custody)}\n`)] : []),
    ...logFiles(log),
  ];
}

function eventLine({ event, entry, salt, index, proof }: BaggedEvent): string {
  const line = {
    event,
    entry: hexOf(entry),
    salt: salt && base64Of(salt),
    index,
    proof: proof.map(base64Of),
  };
  return `${canonicalJson(line)}\n`;
}
