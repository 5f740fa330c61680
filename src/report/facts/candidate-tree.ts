import type { Candidate } from '../../model/network.ts';

/** A candidate with its place in a drawing of its scheme. */
export interface PlacedCandidate {
  readonly candidate: Candidate;
  /** Level inside the scheme, the root's being 0. */
  readonly depth: number;
  /** Heads to the left of it in the scheme; its own width is its `people`. */
  readonly offset: number;
}

/**
 * Places a scheme's candidates as an icicle: a box as wide as its subtree has people, below the
 * box of its recruiter. Whoever recruited a candidate has more people and levels than it has, so
 * it is a candidate too and the largest `most` of them always hang together.
 */
export function placeCandidates(
  candidates: readonly Candidate[],
  rootId: string,
  most: number,
): PlacedCandidate[] {
  const placed: PlacedCandidate[] = [];
  const byId = new Map<string, PlacedCandidate>();
  /** Where the next child of a placed candidate begins. */
  const next = new Map<string, number>();
  for (const candidate of candidates) {
    if (placed.length >= most) break;
    if (candidate.path[0] !== rootId) continue;
    const recruiter = candidate.path.at(-2);
    const above = recruiter === undefined ? undefined : byId.get(recruiter);
    if (recruiter !== undefined && above === undefined) continue;
    const offset = recruiter === undefined ? 0 : (next.get(recruiter) ?? above?.offset ?? 0);
    const place = { candidate, depth: above ? above.depth + 1 : 0, offset };
    placed.push(place);
    byId.set(candidate.member_id, place);
    if (recruiter !== undefined) next.set(recruiter, offset + candidate.people);
  }
  return placed;
}
