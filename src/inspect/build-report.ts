import { describeIssue, severityOf } from '../model/issue.ts';
import type { Issue } from '../model/issue.ts';
import type { NetworkSummary } from '../model/network.ts';
import type {
  Classification,
  Finding,
  Pack,
  Provision,
  ProvisionVerdict,
} from '../model/provision.ts';
import type { ReportFunding } from '../model/report-funding.ts';
import type {
  Report,
  ReportIssue,
  ReportMoney,
  ReportPlan,
  ReportProvision,
} from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { WaiverApplied } from '../model/waiver.ts';
import { reportClassification } from './report-classification.ts';

export interface ReportParts {
  readonly as_of: string;
  readonly snapshot: Snapshot;
  readonly network: NetworkSummary;
  readonly plans: readonly ReportPlan[];
  readonly money: ReportMoney;
  readonly funding: ReportFunding | null;
  readonly packs: readonly Pack[];
  readonly provisions: readonly Provision[];
  readonly classifications: readonly Classification[];
  /** Of judging; those of the snapshot and the network come with them. */
  readonly issues: readonly Issue[];
  readonly not_yet_in_force: readonly string[];
  readonly findings: readonly Finding[];
  readonly waivers: readonly WaiverApplied[];
  /** SHA-256 of the file they stand in; null without one. */
  readonly waivers_sha256: string | null;
  /** SHA-256 of the file of cuts; null without one. */
  readonly link_cuts_sha256: string | null;
  readonly verdicts: readonly ProvisionVerdict[];
  readonly engine: { readonly name: string; readonly version: string };
  readonly polyprism: string;
}

/** Puts what a run found into one value. Nothing in it depends on when or where it ran. */
export function buildReport(parts: ReportParts): Report {
  const { snapshot, network, verdicts } = parts;
  const { issues: networkIssues, ...trees } = network;
  const count = (verdict: ProvisionVerdict['verdict']): number =>
    verdicts.filter((one) => one.verdict === verdict).length;
  return {
    schema: 'polyprism.report/1',
    as_of: parts.as_of,
    software: snapshot.software,
    files: snapshot.files,
    tables: Object.fromEntries(
      Object.entries(snapshot.tables).map(([name, { read, refused }]) => [name, { read, refused }]),
    ),
    raw_tables: snapshot.raw_tables.map((table) => ({
      name: table.name,
      declared: table.declared,
      read: table.rows_read,
      refused: table.rows_refused,
      skipped: table.skipped?.en ?? null,
      skipped_zh: table.skipped?.zh ?? null,
    })),
    assumptions: snapshot.assumptions,
    issues: [...snapshot.issues, ...networkIssues, ...parts.issues].map(toReportIssue),
    network: trees,
    plans: parts.plans,
    money: parts.money,
    funding: parts.funding,
    verdicts: {
      provisions: verdicts.length,
      breach: count('breach'),
      no_breach: count('no_breach'),
      cannot_tell: count('cannot_tell'),
      by_provision: verdicts,
      not_yet_in_force: parts.not_yet_in_force,
    },
    provisions: parts.provisions.map(toReportProvision),
    classifications: parts.classifications.flatMap(
      (one) => reportClassification(one, parts.packs, parts.as_of) ?? [],
    ),
    findings: parts.findings,
    waivers: parts.waivers,
    cannot_tell: verdicts
      .filter((one) => one.needs.length > 0)
      .map(({ provision, needs }) => ({ provision, needs })),
    digests: {
      inputs: snapshot.files.map(({ name, sha256 }) => ({ name, sha256 })),
      packs: parts.packs.map(({ id, version, digest }) => ({ id, version, sha256: digest })),
      waivers: parts.waivers_sha256,
      link_cuts: parts.link_cuts_sha256,
      engine: { ...parts.engine, polyprism: parts.polyprism },
    },
  };
}

function toReportIssue(issue: Issue): ReportIssue {
  const message = describeIssue(issue);
  return {
    code: issue.code,
    severity: severityOf(issue.code),
    file: issue.file,
    line: issue.line,
    column: issue.column,
    message: message.en,
    message_zh: message.zh,
    count: issue.count,
  };
}

function toReportProvision(provision: Provision): ReportProvision {
  return {
    id: provision.id,
    title: provision.title,
    stage: provision.stage,
    status: provision.status,
    severity: provision.severity,
    finds: provision.finds === 'breach' ? 'breach' : 'indication',
    duty_bearer: provision.duty_bearer,
    cites: provision.cites,
    in_force: provision.in_force,
    law: provision.law,
    reading: provision.reading,
    exceptions: provision.exceptions,
    false_positives: provision.false_positives,
    remedy: provision.remedy,
    parameters: provision.parameters.flatMap(({ name, unit, values }) =>
      values.map(({ value, cite }) => ({ name, value: `${value} ${unit}`.trim(), cite })),
    ),
    sha256: provision.sha256,
  };
}
