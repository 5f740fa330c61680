import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { derivers } from '../../src/inspect/derivers.ts';
import type { Pack, Provision } from '../../src/model/provision.ts';
import { groundsOf } from '../../src/packs/test-pack.ts';
import type { ProvisionTestFile } from '../../src/provisions/test-file.ts';
import type { TestGrounds } from '../../src/provisions/test-provision.ts';
import { root } from '../tidy/repository.ts';
import { checkedPack } from './shipped-packs.ts';

export interface ShippedCases {
  readonly id: string;
  readonly provision: Provision;
  readonly cases: ProvisionTestFile;
  readonly grounds: TestGrounds;
}

/** Every version of every provision there is, with its cases. */
export async function shippedCases(): Promise<{
  readonly packs: readonly Pack[];
  readonly provisions: readonly ShippedCases[];
}> {
  const names = readdirSync(join(root, 'packs'));
  const read = await Promise.all(names.map(checkedPack));
  const provisions = read.flatMap((one) => {
    const grounds = groundsOf(one, derivers);
    return (one.pack?.provisions ?? []).map((provision) => {
      const cases = one.tests.get(provision.file);
      if (cases === undefined) throw new TypeError(`${provision.file} has no cases`);
      return { id: provision.id, provision, cases, grounds };
    });
  });
  return { packs: read.flatMap(({ pack }) => pack ?? []), provisions };
}

/**
 * Of each version a case with a breach and something without one: a case that has both, or two
 * cases. The share that always runs.
 */
export function shareOf(all: readonly ShippedCases[]): readonly ShippedCases[] {
  return all.map((one) => {
    const { cases } = one.cases;
    const both = cases.find(({ expect: { breach, ok } }) => breach.length > 0 && ok.length > 0);
    const breach = cases.find(({ expect }) => expect.breach.length > 0);
    const clean = cases.find(({ expect }) => {
      return expect.breach.length === 0 && expect.cannot_tell.length === 0;
    });
    const chosen = both === undefined ? [breach, clean] : [both];
    return { ...one, cases: { ...one.cases, cases: chosen.filter((some) => some !== undefined) } };
  });
}
