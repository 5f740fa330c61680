/** A published version of a standard, as whatever is judged by it names it. */
export interface UsedEdition {
  readonly edition_id: string;
  readonly standard: string;
  readonly version: string;
  readonly publisher: string;
  /** SHA-256 of the built pack. */
  readonly digest: string;
}

/** The edition a provision is of: the ids of a standard's provisions begin with its own. */
export function editionOf(
  provision: string,
  editions: readonly UsedEdition[],
): UsedEdition | undefined {
  return editions.find(({ standard }) => provision.startsWith(`${standard}.`));
}
