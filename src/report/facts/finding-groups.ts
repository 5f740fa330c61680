import { moments } from '../../model/moment.ts';
import type { Finding } from '../../model/provision.ts';
import type { Report, ReportProvision } from '../../model/report.ts';
import { provisionsOf } from './stages.ts';

/** The findings of one version of one provision. */
export interface FindingGroup {
  readonly provision: ReportProvision;
  readonly findings: readonly Finding[];
}

/** Groups in the order of the report: moment, severity, provision; an earlier version first. */
export function findingGroups(report: Report): FindingGroup[] {
  const bySha = Map.groupBy(report.findings, ({ provision_sha256 }) => provision_sha256);
  return moments
    .flatMap((moment) => provisionsOf(report, moment))
    .flatMap(({ versions }) => versions.toReversed())
    .flatMap((provision) => {
      const findings = bySha.get(provision.sha256) ?? [];
      return findings.length > 0 ? [{ provision, findings }] : [];
    });
}
