import type { Report } from '../../model/report.ts';
import { utf8Bytes } from '../bytes.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Custody } from '../custody/custody.ts';
import { sha256 } from '../digest.ts';
import type { SigningKey } from '../ed25519.ts';
import { findingStatement, inspectionStatement } from '../statement/inspection-statements.ts';
import { loggedStatement, loggedStatementLine } from '../statement/logged-statement.ts';
import type { LogPlace } from '../statement/logged-statement.ts';
import { payloadOf } from '../statement/statement.ts';
import type { Statement } from '../statement/statement.ts';
import type { BagContent } from './bag-file.ts';
import { bag_paths } from './bag-paths.ts';
import { logFiles } from './log-files.ts';
import type { LogState } from './log-files.ts';

/** The log as the bag of an inspection keeps it. */
export interface BagLog extends LogState {
  /** Of the payload of a statement; the log has every statement of the bag. */
  readonly placeOf: (payload: Uint8Array) => LogPlace;
}

export interface BagInput {
  readonly report: Report;
  /** Files of the report by name, `report.json` among them, byte for byte as they were made. */
  readonly report_files: readonly BagContent[];
  /** Built packs by file name. */
  readonly packs: readonly BagContent[];
  /** What it takes to run the inspection again. */
  readonly run: unknown;
  readonly custody: Custody | null;
  readonly log: BagLog | null;
  /** Signs the statements. */
  readonly key: SigningKey | null;
}

/** The payload of the bag of an inspection, but for the raw files, which may be large. */
export function inspectionPayload(input: BagInput): BagContent[] {
  const { report, log, key } = input;
  const json = input.report_files.find(({ path }) => path === 'report.json');
  if (!json) throw new TypeError('a bag needs report.json');
  const line = (statement: Statement): string => {
    const place = log && log.placeOf(payloadOf(statement));
    return loggedStatementLine(loggedStatement(statement, key, place));
  };
  const findings = report.findings.map((finding) => line(findingStatement(report, finding)));
  const under = (folder: string, files: readonly BagContent[]): BagContent[] =>
    files.map(({ path, content }) => ({ path: `${folder}${path}`, content }));
  const text = (path: string, content: string): BagContent => ({
    path,
    content: utf8Bytes(content),
  });
  return [
    ...under('data/report/', input.report_files),
    ...under(bag_paths.packs, input.packs),
    text(bag_paths.inspection, line(inspectionStatement(report, sha256(json.content)))),
    text(bag_paths.findings, findings.join('')),
    text(bag_paths.run, `${canonicalJson(input.run)}\n`),
    ...(input.custody ? [text(bag_paths.custody, `${canonicalJson(input.custody)}\n`)] : []),
    ...(log ? logFiles(log) : []),
  ];
}
