import { realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve, isAbsolute } from 'node:path';
import { isDatabaseUrl } from '../intake/live/database-url.ts';
import { PolyprismError } from '../model/issue.ts';
import {
  below as belowUrl,
  isObjectUrl,
  objectUrlText,
  parseObjectUrl,
} from '../storage/object-url.ts';

/** Stops, before anything is written, at inputs that cannot be, or not with this output folder. */
export async function checkInputs(inputs: readonly string[], out?: string): Promise<void> {
  for (const input of inputs) {
    if (isDatabaseUrl(input)) continue;
    if (isObjectUrl(input)) {
      const folder = objectUrlText(belowUrl(parseObjectUrl(input), ''));
      const inside = out !== undefined && isObjectUrl(out) && `${out}/`.startsWith(folder);
      if (inside) throw new PolyprismError('cli.out_inside_input', { path: out });
      continue;
    }
    // An address of another kind is no path: told as one, it would show its password.
    if (/^[a-z][a-z0-9+.:-]*:\/\//i.test(input)) throw new PolyprismError('live.bad_url');
    if (out === undefined || isObjectUrl(out)) continue;
    const found = await stat(input).catch(() => null);
    if (!found?.isDirectory()) continue;
    const below = relative(await realpath(input), await real(out));
    if (!below.startsWith('..') && !isAbsolute(below)) {
      throw new PolyprismError('cli.out_inside_input', { path: out });
    }
  }
}

/** The real path of what may not exist yet. */
async function real(path: string): Promise<string> {
  const absolute = resolve(path);
  const known = await realpath(absolute).catch(() => null);
  if (known !== null || dirname(absolute) === absolute) return known ?? absolute;
  return resolve(await real(dirname(absolute)), relative(dirname(absolute), absolute));
}
