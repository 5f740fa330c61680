import { nowhere, PolyprismError } from '../../model/issue.ts';
import type { IssueLog } from '../../model/issue.ts';
import type { Limits } from '../../model/limits.ts';
import { listObjects } from '../../storage/list-objects.ts';
import {
  below,
  isFilePath,
  objectUrlText,
  parseObjectUrl,
  placeOf,
  withoutSlash,
} from '../../storage/object-url.ts';
import { readObject } from '../../storage/read-object.ts';
import type { Storage } from '../../storage/storage.ts';
import { findObject, isUnchanged } from '../../storage/stored-object.ts';
import type { StoredObject } from '../../storage/stored-object.ts';
import type { FileSource } from './file-source.ts';
import { isHidden } from './walk-folder.ts';

/** An object, its name below what was asked for; empty where it is what was asked for. */
export interface FoundObject {
  readonly name: string;
  readonly source: FileSource;
}

/**
 * The object of an address; or, where there is none of that key, all below it as below a folder.
 * What a folder would hide is passed over here too.
 */
export async function findObjects(
  address: string,
  storage: Storage,
  limits: Limits,
  issues: IssueLog,
): Promise<FoundObject[]> {
  const url = parseObjectUrl(address);
  const one = url.key === '' || url.key.endsWith('/') ? null : await findObject(storage, url);
  if (one !== null) return [{ name: '', source: objectSource(storage, one) }];
  const folder = below(url, '');
  const listed = await listObjects(storage, folder, limits);
  if (listed.length === 0) throw new PolyprismError('s3.not_found', {}, placeOf(url));
  const found: FoundObject[] = [];
  for (const object of listed) {
    const name = object.key.slice(folder.key.length);
    // How consoles show a folder: an object of its name and a slash, with nothing in it.
    if (object.bytes === 0 && (name === '' || name.endsWith('/'))) continue;
    if (name.split('/').some(isHidden)) issues.add('input.passed_over', { sample: name }, nowhere);
    else if (!isFilePath(name)) issues.add('s3.passed_over', {}, placeOf(object));
    else found.push({ name, source: objectSource(storage, object) });
  }
  return found;
}

/** The root of an address as it is named beside others. */
export function objectRoot(address: string): string {
  return objectUrlText(withoutSlash(parseObjectUrl(address)));
}

function objectSource(storage: Storage, object: StoredObject): FileSource {
  return {
    at: objectUrlText(object),
    bytes: object.bytes,
    open: () => readObject(storage, object),
    isUnchanged: async () => await isUnchanged(storage, object),
  };
}
