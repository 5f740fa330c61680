import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../evidence/digest.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { Pack, Provision } from '../../model/provision.ts';
import { testNameOf } from '../../packs/check-pack.ts';
import { loadPack } from '../../packs/load-packs.ts';
import { parseTestFile } from '../../packs/test-file.ts';
import type { ProvisionTestCase } from '../../packs/test-file.ts';
import type { Shipped } from '../shipped.ts';

/** The packs that come with the software: read once, when they are first asked for. */
export interface LawLibrary {
  all(): Promise<readonly Pack[]>;
  /** The pack of an id; refused as not found where there is none. */
  pack(id: string): Promise<Pack>;
  /** The cases a version of a provision is tested by. */
  cases(provision: Provision): Promise<readonly ProvisionTestCase[]>;
  /** Files of a pack as they are, by their names in it. */
  files(pack: Pack, names: readonly string[]): Promise<PackText[]>;
}

/** A file of a pack. */
interface PackText {
  readonly name: string;
  readonly text: string;
}

export function lawLibrary({ packs }: Pick<Shipped, 'packs'>): LawLibrary {
  const read = new Map<string, Promise<Pack>>();
  // One after the other: reading one keeps everything else waiting for a moment.
  let last: Promise<unknown> = Promise.resolve();
  const pack = async (id: string): Promise<Pack> => {
    const known = read.get(id);
    if (known !== undefined) return await known;
    const folder = packs.get(id);
    if (folder === undefined) throw new PolyprismError('http.not_found');
    const reading = last.then(async () => await loadPack(folder));
    last = reading.catch(() => read.delete(id));
    read.set(id, reading);
    return await reading;
  };
  const textOf = async (id: string, name: string): Promise<string> =>
    await readFile(join(packs.get(id) ?? '', name), 'utf8');
  return {
    pack,
    files: async ({ id }, names) =>
      await Promise.all(names.map(async (name) => ({ name, text: await textOf(id, name) }))),
    all: async () => await Promise.all([...packs.keys()].map(pack)),
    cases: async ({ pack: id, file }) => {
      const name = testNameOf(file);
      const text = await textOf(id, name);
      return parseTestFile({ name, text, sha256: sha256(text) }, () => undefined)?.cases ?? [];
    },
  };
}
