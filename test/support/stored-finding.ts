import type { Finding } from '../../src/model/provision.ts';

interface Wanted {
  readonly inspection_id: string;
  readonly tenant_id: string;
  readonly number: number;
  readonly provision?: string;
  readonly subject?: string;
  readonly verdict?: Finding['verdict'];
  readonly operator_id?: string | null;
}

/** A row of a finding as the server keeps it. */
export function storedFinding(wanted: Wanted) {
  const { inspection_id, tenant_id, number, operator_id = null } = wanted;
  const { provision = 'cn.x', subject = '1', verdict = 'breach' } = wanted;
  const finding: Finding = {
    id: `${number}`.padStart(64, 'f'),
    provision,
    provision_sha256: 'a'.repeat(64),
    version_in_force: '2019-01-01',
    stage: 'in',
    severity: 'high',
    subject: { table: 'operator', id: subject },
    act_on: '2026-01-05',
    verdict,
    explanation: { zh: '说明', en: 'explanation' },
    parameters: {},
    evidence: [{ act_on: '2026-01-05' }],
  };
  return {
    inspection_id,
    tenant_id,
    number,
    provision_id: provision,
    subject_kind: finding.subject.table,
    subject_id: subject,
    verdict,
    stage: finding.stage,
    severity: finding.severity,
    operator_id,
    detail: JSON.stringify(finding),
  };
}
