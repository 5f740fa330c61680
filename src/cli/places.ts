import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeWorkFolder } from '../intake/stage/work-folder.ts';
import { PolyprismError } from '../model/issue.ts';
import { fetchStored } from '../storage/fetch-stored.ts';
import { checkReachable } from '../storage/folder-account.ts';
import { isFree } from '../storage/list-objects.ts';
import {
  isObjectUrl,
  objectUrlText,
  parseObjectUrl,
  placeOf,
  withoutSlash,
} from '../storage/object-url.ts';
import type { ObjectUrl } from '../storage/object-url.ts';
import { sendFolder } from '../storage/send-folder.ts';
import { openStorage } from '../storage/storage.ts';
import type { Storage } from '../storage/storage.ts';
import type { Language } from './language.ts';
import { ProgressLine } from './progress-line.ts';

/** Folders of a command line, wherever they lie: commands read and write on this machine alone. */
export interface Places {
  /** The path of what is to be read: itself, or where it was brought to. */
  here(pathOrAddress: string): Promise<string>;
  /** Lets `write` fill a folder, which is then sent to where it belongs. */
  out<T>(pathOrAddress: string, write: (out: OutFolder) => Promise<T>): Promise<T>;
  /** The same for a folder that must not be there yet; throws `bag.folder_in_use`. */
  newOut<T>(pathOrAddress: string, write: (out: OutFolder) => Promise<T>): Promise<T>;
  /** Deletes what was brought here. */
  clear(): Promise<void>;
}

/** A folder that is being filled. */
export interface OutFolder {
  readonly folder: string;
  /** Address it will be sent to; null where it stays. */
  readonly address: string | null;
  /** What a path in it will be called. */
  named(path: string): string;
}

export function openPlaces(signal: AbortSignal, language: Language): Places {
  const line = new ProgressLine(process.stderr, language);
  const made: string[] = [];
  const workFolder = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'polyprism-storage-'));
    made.push(folder);
    return await makeWorkFolder(folder);
  };
  const storage = async (): Promise<Storage> => await openStorage(process.env, signal);
  const out: Places['out'] = async (place, write) => {
    if (!isObjectUrl(place)) {
      return await write({ folder: place, address: null, named: (path) => path });
    }
    const to = folderUrl(place);
    const opened = await storage();
    await checkReachable(opened, to);
    const folder = join(await workFolder(), 'out');
    await mkdir(folder);
    const address = objectUrlText(to);
    const named = (path: string): string => `${address}${path.slice(folder.length)}`;
    const written = await write({ folder, address, named });
    signal.throwIfAborted();
    await sendFolder(opened, folder, to, line.listener).finally(() => line.clear());
    return written;
  };
  return {
    here: async (place) => {
      if (!isObjectUrl(place)) return place;
      const [from, into] = [parseObjectUrl(place), await workFolder()];
      const fetching = fetchStored(await storage(), from, into, line.listener);
      return await fetching.finally(() => line.clear());
    },
    out,
    newOut: async (place, write) => {
      if (isObjectUrl(place) && !(await isFree(await storage(), folderUrl(place)))) {
        throw new PolyprismError('bag.folder_in_use', { path: place });
      }
      return await out(place, write);
    },
    clear: async () => {
      for (const folder of made) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A folder in a bucket. Its account lies beside it: a whole bucket has no beside. */
function folderUrl(address: string): ObjectUrl {
  const url = withoutSlash(parseObjectUrl(address));
  if (url.key === '') throw new PolyprismError('s3.bad_url', {}, placeOf(url));
  return url;
}
