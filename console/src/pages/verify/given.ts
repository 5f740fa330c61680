import { limits } from '../../../../src/model/limits.ts';

/** Whose keys: those this site publishes, the visitor's own, or none. */
export const key_sources = ['site', 'own', 'none'] as const;
export type KeySource = (typeof key_sources)[number];

/** What the visitor gives beside the bag. */
export interface Given {
  readonly source: KeySource;
  /** Verifier keys, one a line; read where `source` is `own`. */
  readonly own: string;
  readonly older: File | null;
  readonly certificates: File | null;
}

export const nothing_given: Given = { source: 'site', own: '', older: null, certificates: null };

/** What is given as bytes and text; keys of the site are asked of it. */
export async function readGiven(
  { source, own, older, certificates }: Given,
  siteKeys: () => Promise<string>,
): Promise<{
  readonly keys: string;
  readonly older: Uint8Array | null;
  readonly certificates: string | null;
}> {
  return {
    keys: source === 'site' ? await siteKeys() : source === 'own' ? own : '',
    // A byte more than may be shows that there are too many.
    older: older && new Uint8Array(await older.slice(0, limits.note_bytes_max + 1).arrayBuffer()),
    certificates: certificates && (await certificates.slice(0, limits.keys_bytes_max).text()),
  };
}
