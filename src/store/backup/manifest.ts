/** What a backup holds: the last file written, so that a backup without it is none. */
export interface BackupManifest {
  readonly format: 'polyprism.backup/1';
  /** Migrations the database had. */
  readonly version: number;
  readonly log: { readonly size: number; readonly root: string };
  /** Of the rest of the manifest, as canonical JSON. */
  readonly digest: string;
  /** Every file of the backup besides this, by name. */
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>;
}

export const manifest_name = 'manifest.json';
