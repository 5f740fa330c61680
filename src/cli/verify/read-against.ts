import { X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { readVerifierKey } from '../../evidence/note/verifier-key.ts';
import type { VerifierKey } from '../../evidence/note/verifier-key.ts';
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
    keys: flags.keys === undefined ? [] : await readKeys(flags.keys),
    older: flags.older === undefined ? null : await readSmall(flags.older, limits.note_bytes_max),
    authorities: flags.tsa === undefined ? [] : await readCertificates(flags.tsa),
  };
}

async function readKeys(path: string): Promise<VerifierKey[]> {
  const lines = (await readSmall(path, limits.keys_bytes_max)).toString('utf8').split(/\r?\n/);
  return lines.flatMap((line, at) => {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) return [];
    const key = readVerifierKey(text);
    if (!key) throw new PolyprismError('bag.bad_keys', { path, line: at + 1 });
    return [key];
  });
}

async function readCertificates(path: string): Promise<X509Certificate[]> {
  const text = (await readSmall(path, limits.keys_bytes_max)).toString('latin1');
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  const read = blocks.map(certificateOf);
  const found = read.filter((one) => one !== null);
  if (found.length === 0 || found.length < read.length)
    throw new PolyprismError('bag.bad_certificate', { path });
  return found;
}

function certificateOf(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

async function readSmall(path: string, limit: number): Promise<Buffer> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || found.size > limit) throw new PolyprismError('input.not_found', { path });
  return await readFile(path);
}
