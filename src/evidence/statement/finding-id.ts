import type { Finding } from '../../model/provision.ts';
import { digestOf } from '../digest.ts';

/** What a finding's id is made of, beside the digests of the raw files. */
export type FindingFacts = Pick<
  Finding,
  | 'provision'
  | 'provision_sha256'
  | 'version_in_force'
  | 'subject'
  | 'act_on'
  | 'parameters'
  | 'evidence'
>;

/** The id of a finding: the same raw files, provision and rows give the same one anywhere. */
export function findingId(facts: FindingFacts, input_digests: readonly string[]): string {
  const { provision, provision_sha256, version_in_force, subject, act_on } = facts;
  return digestOf({
    schema: 'polyprism.finding/1',
    provision,
    provision_sha256,
    version_in_force,
    subject,
    act_on,
    parameters: facts.parameters,
    evidence: facts.evidence,
    inputs: input_digests.toSorted(),
  });
}
