import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { derivers } from '../../src/inspect/derivers.ts';
import type { Pack, Provision } from '../../src/model/provision.ts';
import { groundsOf } from '../../src/packs/test-pack.ts';
import type { ProvisionTestFile } from '../../src/provisions/test-file.ts';
import type { TestGrounds } from '../../src/provisions/test-provision.ts';
import { portableFunctions } from '../../src/provisions/sql/functions.ts';
import { reservedWords, sharedFunctions } from '../../src/provisions/sql/portable-words.ts';
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

/** A few that together use every word of SQL and every function that all of them use. */
export function shapesOfProvisions(all: readonly ShippedCases[]): readonly ShippedCases[] {
  const words = all.map(({ provision }) => wordsOf(provision));
  const open = new Set(words.flatMap((some) => [...some]));
  const chosen: ShippedCases[] = [];
  while (open.size > 0) {
    const gains = words.map((some) => [...some].filter((word) => open.has(word)).length);
    const best = gains.indexOf(Math.max(...gains));
    for (const word of words[best] ?? []) open.delete(word);
    chosen.push(...all.slice(best, best + 1));
  }
  return chosen;
}

function wordsOf({ test, cannot_tell }: Provision): ReadonlySet<string> {
  const words = `${test} ${cannot_tell ?? ''}`.toLowerCase().match(/[a-z_]+/g) ?? [];
  return new Set(
    words.filter(
      (word) =>
        reservedWords.has(word) ||
        sharedFunctions.has(word) ||
        Object.hasOwn(portableFunctions, word),
    ),
  );
}
