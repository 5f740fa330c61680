import type { Finding } from '../model/provision.ts';
import type { Waiver, WaiverApplied } from '../model/waiver.ts';

/** Findings with the waiver that holds for each, and what became of every waiver. */
export interface Waived {
  readonly findings: readonly Finding[];
  readonly waivers: readonly WaiverApplied[];
}

/**
 * Notes on each finding the first waiver, in the order of the file, that holds on the day judged
 * as of. The finding stays: its id, its verdict and the provision's are as without.
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  as_of: string,
): Waived {
  const holding = waivers.filter((one) => holds(one, as_of));
  const noted = findings.map((finding) => {
    const waiver = holding.find((one) => isAbout(one, finding));
    return waiver ? { ...finding, waiver } : finding;
  });
  return {
    findings: noted,
    waivers: waivers.map((one) => ({
      ...one,
      findings: noted.filter((finding) => 'waiver' in finding && finding.waiver === one).length,
      holds: holds(one, as_of),
    })),
  };
}

function holds({ decided_on, expires_on }: Waiver, day: string): boolean {
  return decided_on <= day && day <= expires_on;
}

function isAbout({ provision, subject }: Waiver, finding: Finding): boolean {
  return finding.provision === provision && (subject === null || finding.subject.id === subject);
}
