/** Accounts that share something; groups come strongest first. */
export interface Ties {
  /** Points of each group. */
  readonly weight: Uint8Array;
  /** 1 where the group is an identity number. */
  readonly isIdentity: Uint8Array;
  /** Where each group's accounts begin in `member`; one entry more than groups. */
  readonly start: Int32Array;
  /** member_no, ascending within a group. */
  readonly member: Int32Array;
  /** By member_no: 1 where an identity number of the account is known. */
  readonly identified: Uint8Array;
}

export interface JoinedPersons {
  /** By member_no: the first account of the person, itself for whoever has only one. */
  readonly person: Int32Array;
  /** By first account of a person: points of the weakest tie it rests on; 100 for a lone one. */
  readonly confidence: Uint8Array;
  /** By group: 1 where different identity numbers forbade it. */
  readonly refused: Uint8Array;
  readonly persons: number;
}

/**
 * Joins accounts into persons, group by group as they come, those below `weightMin` left alone.
 * A group is joined as a whole or not at all: where its accounts lead to two persons whose
 * identity numbers are known and differ, it joins nobody, because it cannot say whose the others
 * are. Union-find with path halving; the smallest member_no leads.
 */
export function joinPersons(ties: Ties, weightMin: number): JoinedPersons {
  const { weight, isIdentity, start, member } = ties;
  const count = ties.identified.length;
  const person = Int32Array.from({ length: count }, (_, i) => i);
  const identified = ties.identified.slice();
  const confidence = new Uint8Array(count).fill(100);
  const refused = new Uint8Array(weight.length);
  let persons = count;
  for (let group = 0; group < weight.length; group++) {
    if (weight[group]! < weightMin) continue;
    const [from, to] = [start[group]!, start[group + 1]!];
    if (isIdentity[group] === 0 && identitiesIn(person, identified, member, from, to) > 1) {
      refused[group] = 1;
      continue;
    }
    for (let i = from + 1; i < to; i++) {
      const a = leaderOf(person, member[from]!);
      const b = leaderOf(person, member[i]!);
      if (a === b) continue;
      const [first, other] = a < b ? [a, b] : [b, a];
      person[other] = first;
      identified[first]! |= identified[other]!;
      confidence[first] = Math.min(confidence[first]!, confidence[other]!, weight[group]!);
      persons--;
    }
  }
  for (let i = 0; i < count; i++) person[i] = leaderOf(person, i);
  return { person, confidence, refused, persons };
}

/** Persons with a known identity number among the accounts of a group: 0, 1, or 2 for more. */
function identitiesIn(
  person: Int32Array,
  identified: Uint8Array,
  member: Int32Array,
  from: number,
  to: number,
): number {
  let known = -1;
  for (let i = from; i < to; i++) {
    const leader = leaderOf(person, member[i]!);
    if (identified[leader] === 0 || leader === known) continue;
    if (known !== -1) return 2;
    known = leader;
  }
  return known === -1 ? 0 : 1;
}

function leaderOf(person: Int32Array, account: number): number {
  let x = account;
  while (person[x] !== x) {
    person[x] = person[person[x]!]!;
    x = person[x]!;
  }
  return x;
}
