import { PolyprismError } from '../model/issue.ts';
import type { JsonObject } from '../model/json.ts';
import { matterKinds } from '../model/matter.ts';
import type { MatterEvent, MatterKind } from '../model/matter.ts';
import { matterRules } from './matter-kinds.ts';
import { extensionOf, keptOf, marksOf, spansAfter, textAt } from './put-down.ts';
import { readParties, readParty } from './read-parties.ts';
import type { MatterState } from './state.ts';

/** What the events of one matter come to; null where there are none. */
export function fold(events: readonly MatterEvent[]): MatterState | null {
  let state: MatterState | null = null;
  for (const event of events) state = apply(state, event);
  return state;
}

/**
 * The state after one more event. The event is one that `decide` gave: it is not judged again,
 * but an event without a place in the matter or without a rule throws `casework.broken_history`.
 */
export function apply(state: MatterState | null, event: MatterEvent): MatterState {
  const before = state ?? emptyState(event);
  const { matter_id, number } = event;
  if (number !== before.number + 1 || matter_id !== before.matter_id)
    throw broken(event, `${before.matter_id} ${before.number + 1}`);
  const last = { ...before.last, [event.type]: { number, at: event.at } };
  const after = { ...before, number, last_at: event.at, last_on: event.on, last };
  switch (event.type) {
    case 'propose':
      return { ...after, proposals: [...before.proposals, proposalOf(event)] };
    case 'reject':
    case 'retract':
      return { ...after, proposals: without(before, event.data['proposal']) };
    default:
      return afterStep(after, event);
  }
}

function afterStep(before: MatterState, event: MatterEvent): MatterState {
  const rules = matterRules[before.kind];
  const step = Object.hasOwn(rules.steps, event.type) ? rules.steps[event.type] : undefined;
  if (!step) throw broken(event, event.type);
  const extension = extensionOf(step, event);
  const proposal = before.proposals.find(({ number }) => number === event.proposal);
  const users = [...(proposal ? [proposal.actor.user_id] : []), event.actor.user_id];
  const moved: MatterState = {
    ...before,
    status: step.to ?? before.status,
    marks: [...before.marks, ...marksOf(step, event)],
    spans: spansAfter(step, event, before.spans),
    extensions: extension ? [...before.extensions, extension] : before.extensions,
    takers: {
      ...before.takers,
      [event.type]: [...(before.takers[event.type] ?? []), ...users],
    },
    kept: step.keeps.length > 0 ? { ...before.kept, ...keptOf(step, event) } : before.kept,
    proposals: event.proposal === null ? before.proposals : without(before, event.proposal),
  };
  return withCommon(moved, event.type, event.data);
}

/** What the steps common to all kinds change. */
function withCommon(state: MatterState, type: string, data: JsonObject): MatterState {
  switch (type) {
    case 'assign':
      return { ...state, assignee: textAt(data, 'user_id') };
    case 'queue':
      return { ...state, queue: textAt(data, 'queue') };
    case 'tag':
      return { ...state, tags: [...new Set([...state.tags, ...textsAt(data, 'tags')])].toSorted() };
    case 'untag': {
      const gone = textsAt(data, 'tags');
      return { ...state, tags: state.tags.filter((tag) => !gone.includes(tag)) };
    }
    case 'add_party': {
      const party = readParty({ ...data, user_id: data['user_id'] ?? null });
      return party ? { ...state, parties: [...state.parties, party] } : state;
    }
    case 'link':
      return linked(state, data, textAt(data, 'how') ?? 'related');
    case 'merge':
      return linked(state, data, 'merged_into');
    case 'split':
      return linked(state, data, 'split_into');
    default:
      return state;
  }
}

function linked(state: MatterState, data: JsonObject, how: string): MatterState {
  const matter_id = textAt(data, 'matter_id');
  return matter_id === null ? state : { ...state, links: [...state.links, { matter_id, how }] };
}

function emptyState(event: MatterEvent): MatterState {
  const kind = kindOf(event);
  const parties = readParties(event.data['parties']);
  const owner = parties?.find(({ face }) => face === 'owner');
  if (kind === null || !parties || !owner) throw broken(event, 'open');
  return {
    matter_id: event.matter_id,
    kind,
    number: 0,
    status: '',
    title: textAt(event.data, 'title') ?? '',
    opened_on: event.on,
    last_at: event.at,
    last_on: event.on,
    owner_tenant_id: owner.tenant_id,
    parties,
    marks: [],
    spans: [],
    extensions: [],
    takers: {},
    last: {},
    kept: {},
    proposals: [],
    assignee: null,
    queue: null,
    tags: [],
    links: [],
  };
}

function kindOf({ type, data }: MatterEvent): MatterKind | null {
  if (type !== 'open') return null;
  return matterKinds.find((name) => name === data['kind']) ?? null;
}

function proposalOf({
  number,
  actor,
  reason,
  data,
}: MatterEvent): MatterState['proposals'][number] {
  const inner = data['data'];
  const proposed = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  return {
    number,
    step: textAt(data, 'step') ?? '',
    actor,
    reason,
    // A list was ruled out above; the compiler does not see it for read-only lists.
    data: proposed ? (inner as JsonObject) : {},
  };
}

function without({ proposals }: MatterState, number: unknown): MatterState['proposals'] {
  return proposals.filter((one) => one.number !== number);
}

function textsAt(data: JsonObject, field: string): string[] {
  const value = data[field];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function broken({ matter_id, number, type }: MatterEvent, wanted: string): PolyprismError {
  return new PolyprismError('casework.broken_history', { matter: matter_id, number, type, wanted });
}
