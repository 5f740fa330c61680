import { readFile, stat } from 'node:fs/promises';
import { PolyprismError } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import type { Pack } from '../model/provision.ts';
import { checkPack } from './check-pack.ts';
import { readPredicates } from './predicates-file.ts';
import { toPackFile } from './read-files.ts';
import { signaturesOf } from './read-signatures.ts';
import { malformed } from './tar.ts';
import type { Trust } from './trust.ts';
import { verifyBundle } from './verify-bundle.ts';

/**
 * A built pack for judging single records: its signatures, manifest and front matter checked, its
 * row provisions as it brings them. No database is opened; that they say what the SQL says is
 * checked by `pack verify` and wherever the pack is loaded whole.
 */
export async function loadForChecks(path: string, trust: Trust): Promise<Pack> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new PolyprismError('input.not_found', { path });
  if (found.size > limits.bundle_bytes_max) throw malformed(`> ${limits.bundle_bytes_max} B`);
  const file = await readFile(path);
  const { files, predicates } = verifyBundle(file, await signaturesOf(path), trust, path);
  const forms = predicates === null ? new Map() : readPredicates(predicates);
  const { pack, diagnostics } = await checkPack(files.map(toPackFile), async (parsed) =>
    parsed.map(({ provision }) => {
      const form = forms.get(provision.file) ?? null;
      if ((form === null) !== (provision.check === 'set')) throw malformed(provision.file);
      return form;
    }),
  );
  const [first] = diagnostics;
  if (pack) return pack;
  if (first) throw new PolyprismError(first.code, first.params, first.place);
  throw malformed('no pack');
}
