import { PolyprismError } from '../model/issue.ts';
import { jsonOrNull } from '../model/json-or-null.ts';
import { ask } from './ask.ts';
import { isFilePath, placeOf, withoutSlash } from './object-url.ts';
import type { ObjectUrl } from './object-url.ts';
import { deleteObject, putBytes } from './put-file.ts';
import { isNotFound } from './storage-error.ts';
import type { Storage } from './storage.ts';

/**
 * What a folder in storage holds. It is put there when all of it is, and taken away before any of
 * it is replaced: a folder without one is none.
 */
export interface FolderAccount {
  readonly schema: 'polyprism.objects/1';
  readonly objects: readonly AccountedObject[];
}

export interface AccountedObject {
  /** Path below the folder. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Beside the folder: what is in a bag is what its own manifests name. */
export function accountUrl(folder: ObjectUrl): ObjectUrl {
  const { bucket, key } = withoutSlash(folder);
  return { bucket, key: `${key}.objects.json` };
}

/** Throws `s3.incomplete` where there is none, `s3.damaged` where it is none of ours. */
export async function readAccount(storage: Storage, folder: ObjectUrl): Promise<FolderAccount> {
  const url = accountUrl(folder);
  const { text } = await ask(storage, { method: 'GET', url }).catch((error: unknown) => {
    throw isNotFound(error) ? new PolyprismError('s3.incomplete', {}, placeOf(folder)) : error;
  });
  const account = jsonOrNull(text);
  if (!isAccount(account)) throw new PolyprismError('s3.damaged', {}, placeOf(url));
  return account;
}

/** Throws where storage cannot be asked about the folder: no long run should end there. */
export async function checkReachable(storage: Storage, folder: ObjectUrl): Promise<void> {
  await ask(storage, { method: 'GET', url: accountUrl(folder) }).catch((error: unknown) => {
    if (!isNotFound(error)) throw error;
  });
}

export async function forgetAccount(storage: Storage, folder: ObjectUrl): Promise<void> {
  await deleteObject(storage, accountUrl(folder));
}

export async function writeAccount(
  storage: Storage,
  folder: ObjectUrl,
  objects: readonly AccountedObject[],
): Promise<void> {
  const account: FolderAccount = { schema: 'polyprism.objects/1', objects };
  await putBytes(storage, accountUrl(folder), Buffer.from(`${JSON.stringify(account)}\n`));
}

function isAccount(value: unknown): value is FolderAccount {
  const { schema, objects } = Object(value) as Record<string, unknown>;
  return schema === 'polyprism.objects/1' && Array.isArray(objects) && objects.every(isAccounted);
}

function isAccounted(value: unknown): boolean {
  const { path, bytes, sha256 } = Object(value) as Record<string, unknown>;
  return (
    typeof path === 'string' &&
    isFilePath(path) &&
    Number.isSafeInteger(bytes) &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256)
  );
}
