import type { Classification, Pack } from '../model/provision.ts';
import type { ReportClassification } from '../model/report.ts';
import { versionOn } from '../provisions/applicable-days.ts';

/** What a provision made of the rows, under the version that decides on the day judged as of. */
export function reportClassification(
  classified: Classification,
  packs: readonly Pick<Pack, 'provisions'>[],
  as_of: string,
): ReportClassification | null {
  const versions = packs
    .flatMap(({ provisions }) => provisions)
    .filter(({ id }) => id === classified.provision);
  const version = versionOn(versions, as_of);
  if (!version) return null;
  const { title, subject, cites, law, reading, sha256 } = version;
  return { ...classified, title, subject, cites, law, reading, sha256 };
}
