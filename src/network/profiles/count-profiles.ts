import { countingProfiles } from '../../model/counting.ts';
import type { Count, CountingProfile } from '../../model/counting.ts';
import type { Tree } from '../analyse-tree.ts';
import { ROOT } from '../forest.ts';
import type { Forest } from '../forest.ts';
import { eulerOrder } from '../persons/euler-order.ts';
import type { Persons } from '../persons/identify-persons.ts';
import { mergedLevels } from '../persons/merged-levels.ts';
import { shellAccounts } from '../persons/shell-accounts.ts';
import { subtreePersons } from '../persons/subtree-persons.ts';
import { subtreeLevels } from '../subtree-levels.ts';
import { subtreePeople } from '../subtree-people.ts';
import { countedLevels } from './counted-levels.ts';
import { countedPeople } from './counted-people.ts';
import type { AccountFacts } from './load-facts.ts';
import { rebateForest } from './rebate-forest.ts';

/** One way of counting a tree; arrays are by node. */
export interface ProfileCount {
  readonly profile: CountingProfile;
  readonly people: Int32Array;
  readonly levels: Int32Array;
  /** Of the tree as a whole. */
  readonly whole: Count;
}

/** A way of counting that the data do not allow, and what they lack. */
export interface ProfileNeed {
  readonly profile: CountingProfile;
  readonly needs: string;
}

type Counted = Omit<ProfileCount, 'profile'>;

/**
 * People and levels of all nodes under every profile, one profile at a time: the arrays of one
 * may be let go before the next are made.
 */
export function* countProfiles(
  tree: Tree,
  facts: AccountFacts,
  persons: Persons,
): Generator<ProfileCount | ProfileNeed> {
  const { forest, people, levels } = tree;
  const place = { size: people, position: eulerOrder(forest, people) };
  const told = (profile: CountingProfile, counted: Counted | null): ProfileCount | ProfileNeed =>
    counted === null ? { profile, needs: needOf(profile, persons) } : { profile, ...counted };

  const size = people.length;
  yield told('accounts', { people, levels, whole: { people: size, levels: mostOf(levels) } });
  yield told('activated', byMark(forest, facts.activated));
  yield told('paid', byMark(forest, facts.paid));

  const ofPersons = (person: Int32Array): Counted => {
    const merged = mergedLevels(forest, person);
    return {
      people: subtreePersons(forest, people, place.position, person),
      levels: merged,
      whole: { people: differentIn(person), levels: mostOf(merged) },
    };
  };
  const person = persons.known ? personByNode(forest, persons.person) : null;
  yield told('persons', person && ofPersons(person));
  const withShells = person !== null && persons.shells_known ? person : null;
  const nodeOf = nodesOf(forest);
  yield told(
    'persons_no_shell',
    withShells && ofPersons(shellAccounts(persons.ties, place, withShells, nodeOf)),
  );
  yield told('rebate_edges', facts.rebates && byRebate(forest, place, facts.rebates, nodeOf));
  yield told(
    'exclude_pure_consumers',
    facts.rewarded && byMark(forest, takingPart(tree, facts.rewarded)),
  );
}

function needOf(profile: CountingProfile, persons: Persons): string {
  // Ties are there, but none that shows who pays, collects or holds the device.
  if (profile === 'persons_no_shell' && persons.known) return 'account_link.kind';
  return countingProfiles[profile].needs ?? '';
}

/** `mark` is by member_no: 1 where an account counts. */
function byMark(forest: Forest, mark: Uint8Array | null): Counted | null {
  if (mark === null) return null;
  const { memberOf } = forest;
  const counts = memberOf === null ? mark : Uint8Array.from(memberOf, (no) => mark[no]!);
  const levels = countedLevels(forest, counts);
  // For the whole, no top counts unless it counts by itself.
  let most = 0;
  let people = 0;
  for (let i = 0; i < counts.length; i++) {
    people += counts[i]!;
    most = Math.max(most, levels[i]! - 1 + counts[i]!);
  }
  return { people: countedPeople(forest, counts), levels, whole: { people, levels: most } };
}

/** Accounts that recruited or were rewarded; the others only bought, if that. By member_no. */
function takingPart({ direct, memberNo }: Tree, rewarded: Uint8Array): Uint8Array {
  const mark = rewarded.slice();
  for (let node = 0; node < direct.length; node++) if (direct[node]! > 0) mark[memberNo[node]!] = 1;
  return mark;
}

function byRebate(
  forest: Forest,
  place: { readonly size: Int32Array; readonly position: Int32Array },
  { source, beneficiary }: NonNullable<AccountFacts['rebates']>,
  nodeOf: Int32Array | null,
): Counted {
  const nodes = (members: Int32Array): Int32Array =>
    nodeOf === null ? members : members.map((no) => nodeOf[no]!);
  const flowing = rebateForest(forest, place, nodes(source), nodes(beneficiary));
  const people = subtreePeople(flowing);
  const levels = subtreeLevels(flowing);
  let tied = 0;
  let most = 0;
  for (let i = 0; i < people.length; i++) {
    if (people[i] === 1 && flowing.parent[i] === ROOT) continue;
    tied++;
    most = Math.max(most, levels[i]!);
  }
  return { people, levels, whole: { people: tied, levels: most } };
}

/** Persons by node, numbered as before: by the member_no of their first account. */
function personByNode({ memberOf }: Forest, person: Int32Array): Int32Array {
  return memberOf === null ? person : memberOf.map((no) => person[no]!);
}

function nodesOf({ memberOf }: Forest): Int32Array | null {
  if (memberOf === null) return null;
  const nodeOf = new Int32Array(memberOf.length);
  memberOf.forEach((member, node) => (nodeOf[member] = node));
  return nodeOf;
}

function mostOf(levels: Int32Array): number {
  return levels.reduce((most, one) => Math.max(most, one), 0);
}

function differentIn(person: Int32Array): number {
  const seen = new Uint8Array(person.length);
  let different = 0;
  for (const one of person) {
    if (seen[one] === 0) different++;
    seen[one] = 1;
  }
  return different;
}
