import { bag_paths } from '../bag/bag-paths.ts';
import { sameBytes } from '../bytes.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { VerifierKey } from '../note/verifier-key.ts';
import { isEnvelopeOf } from '../statement/envelope.ts';
import { findingId } from '../statement/finding-id.ts';
import { findingStatement, inspectionStatement } from '../statement/inspection-statements.ts';
import type { FindingPredicate } from '../statement/inspection-statements.ts';
import { payloadOf } from '../statement/statement.ts';
import type { ReadBag } from './bag-source.ts';
import { signingKeys } from './check-seal.ts';
import { broken, kept, untold } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { BagStatements, Stated } from './read-statements.ts';

/** Whether a known key signed each statement: the first one, of a file, and the findings'. */
export function checkSignatures(
  path: string,
  first: Stated<unknown>,
  findings: readonly Stated<FindingPredicate>[],
  keys: readonly VerifierKey[],
): Outcome {
  const lines = [first, ...findings].map(({ line }) => line);
  const known = signingKeys(keys);
  const unsigned = lines.every(({ envelope }) => envelope.signatures.length === 0);
  if (known.length === 0) return untold('statements', unsigned ? 'unsigned' : 'no_key');
  if (unsigned) return broken('statements', 'unsigned');
  const others = lines.flatMap(({ envelope }, at) => {
    const signed = known.some(({ key }) => isEnvelopeOf(envelope, key));
    return signed ? [] : [at === 0 ? path : idOf(findings, at - 1)];
  });
  return others.length > 0
    ? broken('statements', 'other_signer', others)
    : kept('statements', lines.length);
}

/**
 * Whether the statements are those of the report: the inspection's names its digest and all
 * findings, each finding is stated word for word, and its id is the digest of what it says.
 */
export function checkFindings(bag: BagStatements, { files }: ReadBag): Outcome {
  const { report, inspection, findings } = bag;
  const report_sha256 = files.get(bag_paths.report)?.sha256 ?? '';
  const expected = expectedOf(bag, report_sha256);
  if (!expected || !same(expected.inspection, inspection.line.payload))
    return broken('findings', 'disagrees', [bag_paths.inspection]);
  if (findings.length !== report.findings.length)
    return broken('findings', 'disagrees', [bag_paths.findings]);
  const inputs = report.digests.inputs.map(({ sha256 }) => sha256);
  const wrong = report.findings.filter((one) => findingId(one, inputs) !== one.id);
  if (wrong.length > 0)
    return broken(
      'findings',
      'bad_id',
      wrong.map(({ id }) => id),
    );
  const other = findings.flatMap(({ line }, at) => {
    return same(expected.findings[at], line.payload) ? [] : [idOf(findings, at)];
  });
  return other.length > 0
    ? broken('findings', 'disagrees', other)
    : kept('findings', findings.length);
}

/** Whether the raw files are in the bag: without them what was read cannot be looked at again. */
export function checkInputs({ inspection }: BagStatements, { files }: ReadBag): Outcome {
  const raw = [...files.values()].filter(({ path }) => path.startsWith(bag_paths.raw));
  const digests = new Set(raw.map(({ sha256 }) => sha256));
  const names = new Set(raw.map(({ path }) => path.slice(bag_paths.raw.length)));
  const { subject } = inspection.statement;
  const elsewhere = subject.filter(({ name, digest }) => {
    // An entry of an archive is there with its archive; to read it out takes `reproduce`.
    const [archive] = name.split('!/');
    return !digests.has(digest.sha256) && (archive === name || !names.has(archive ?? name));
  });
  return elsewhere.length > 0
    ? untold(
        'inputs',
        'elsewhere',
        elsewhere.map(({ name }) => name),
      )
    : kept('inputs', subject.length);
}

/** The statements the report asks for; null where it is too damaged to make them. */
function expectedOf(
  { report }: BagStatements,
  report_sha256: string,
): { readonly inspection: Uint8Array; readonly findings: readonly Uint8Array[] } | null {
  try {
    return {
      inspection: payloadOf(inspectionStatement(report, report_sha256)),
      findings: report.findings.map((finding) => payloadOf(findingStatement(report, finding))),
    };
  } catch (error) {
    // Of a report that is none in some deeper place: its shape is not checked field by field.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function same(expected: Uint8Array | undefined, payload: Uint8Array): boolean {
  return expected !== undefined && sameBytes(expected, payload);
}

function idOf(findings: readonly Stated<FindingPredicate>[], at: number): string {
  return String(findings[at]?.statement.predicate.finding.id ?? canonicalJson(at));
}
