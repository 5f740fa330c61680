import type { Session } from '../../api/session.ts';

export type MatterKind = 'case' | 'order' | 'measure' | 'notice';

const kinds: Readonly<Partial<Record<Session['party'], readonly MatterKind[]>>> = {
  regulator: ['case', 'order'],
  platform: ['measure'],
  association: ['notice'],
};

/** A matter carries so many findings at most; the server holds to it. */
export const findings_max = 100;

/** What somebody may open from findings; nothing for whoever does not handle matters. */
export function kindsFor({ party, roles }: Session): readonly MatterKind[] {
  return roles.includes('handler') ? (kinds[party] ?? []) : [];
}
