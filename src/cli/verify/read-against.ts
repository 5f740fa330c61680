import { readFile, stat } from 'node:fs/promises';
import type { VerifierKey } from '../../evidence/note/verifier-key.ts';
import type { Certificate } from '../../evidence/timestamp/certificate.ts';
import { readCertificates } from '../../evidence/timestamp/read-certificates.ts';
import { readKeys } from '../../evidence/verify/read-keys.ts';
import type { Against } from '../../evidence/verify/check-log.ts';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import type { CommonOptions } from '../common-options.ts';

export interface VerifyFlags extends CommonOptions {
  readonly keys?: string;
  readonly older?: string;
  readonly tsa?: string;
}

/** What the holder of a bag brings to verify it against. */
export async function readAgainst(flags: VerifyFlags): Promise<Against> {
  return {
    keys: flags.keys === undefined ? [] : await keysIn(flags.keys),
    older: flags.older === undefined ? null : await readSmall(flags.older, limits.note_bytes_max),
    authorities: flags.tsa === undefined ? [] : await readAuthorities(flags.tsa),
  };
}

async function keysIn(path: string): Promise<readonly VerifierKey[]> {
  const keys = readKeys((await readSmall(path, limits.keys_bytes_max)).toString('utf8'));
  if (typeof keys === 'number') throw new PolyprismError('bag.bad_keys', { path, line: keys });
  return keys;
}

async function readAuthorities(path: string): Promise<readonly Certificate[]> {
  const text = (await readSmall(path, limits.keys_bytes_max)).toString('latin1');
  const read = readCertificates(text);
  if (!read) throw new PolyprismError('bag.bad_certificate', { path });
  return read;
}

async function readSmall(path: string, limit: number): Promise<Buffer> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || found.size > limit) throw new PolyprismError('input.not_found', { path });
  return await readFile(path);
}
