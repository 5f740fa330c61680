import type { Pack, Provision } from '../model/provision.ts';
import { asksForCalendar } from '../provisions/attach-calendars.ts';
import { testNameOf } from './check-pack.ts';

/** What another pack takes to have a provision of this one. */
export interface FilesToCopy {
  /** Names of files in the pack, sorted. */
  readonly names: readonly string[];
  /** Of provisions and term lists in them, sorted: each is renamed in the other pack. */
  readonly ids: readonly string[];
}

/**
 * All versions of a provision with their cases, the lists of words and the classifications their
 * SQL names, and the calendar where it counts working days; null where there is no such provision.
 */
export function filesToCopy(pack: Pack, id: string): FilesToCopy | null {
  const taken = new Map<string, readonly Provision[]>();
  const lists = new Set<string>();
  const take = (one: string): void => {
    const versions = pack.provisions.filter((version) => version.id === one);
    if (versions.length === 0 || taken.has(one)) return;
    taken.set(one, versions);
    const named = versions.flatMap(namesIn);
    for (const list of pack.terms) if (named.includes(list.id)) lists.add(list.id);
    for (const name of named) take(name);
  };
  take(id);
  if (taken.size === 0) return null;
  const versions = [...taken.values()].flat();
  const isTimed = versions.some((one) => asksForCalendar(sqlOf(one)));
  const names = [
    ...versions.flatMap(({ file }) => [file, testNameOf(file)]),
    ...[...lists].map((list) => `terms/${list}.yaml`),
    ...(isTimed ? pack.calendar.map(({ year }) => `calendar/${year}.yaml`) : []),
  ];
  return { names: names.toSorted(), ids: [...taken.keys(), ...lists].toSorted() };
}

function sqlOf({ test, cannot_tell }: Provision): string {
  return `${test}\n${cannot_tell ?? ''}`;
}

/** Texts in quotes: ids stand so in SQL. */
function namesIn(version: Provision): string[] {
  return [...sqlOf(version).matchAll(/'([^']*)'/g)].map(([, text = '']) => text);
}
