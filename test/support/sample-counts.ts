import { countingLines, countingProfiles, profileNames } from '../../src/model/counting.ts';
import type { Count, CountBracket, ProfileCounts, TreeCounts } from '../../src/model/counting.ts';
import { bracketOf } from '../../src/network/profiles/bracket-of.ts';
import type { Candidate } from '../../src/model/network.ts';

/** Brackets for a page to show: an eighth fewer persons, a third fewer who paid, no activation. */
export function sampleCounts(whole: Count, candidates: readonly Candidate[]): TreeCounts {
  const brackets = candidates.map((one) => ({
    member_id: one.member_id,
    ...bracket(one),
  }));
  const met = (people: number, every: boolean): number =>
    brackets.filter(({ counts, flips }) => {
      const flipped = flips.some((flip) => flip.people === people);
      return every ? !flipped && counts.accounts!.people >= people : flipped;
    }).length;
  return {
    whole: bracket(whole),
    needs: Object.fromEntries(
      profileNames.map((name) => [name, counted(name) ? null : countingProfiles[name].needs]),
    ) as TreeCounts['needs'],
    lines: countingLines.map(({ people, levels }) => ({
      people,
      levels,
      met_by_every: met(people, true),
      met_by_some: met(people, false),
    })),
    candidates: brackets,
  };
}

function counted(name: string): boolean {
  return name === 'accounts' || name === 'persons' || name === 'paid';
}

function bracket({ people, levels }: Count): CountBracket {
  const counts: ProfileCounts = {
    accounts: { people, levels },
    activated: null,
    paid: { people: people - Math.floor(people / 3), levels: Math.max(1, levels - 1) },
    persons: { people: people - Math.floor(people / 8), levels },
    persons_no_shell: null,
    rebate_edges: null,
    exclude_pure_consumers: null,
  };
  return bracketOf(counts);
}
