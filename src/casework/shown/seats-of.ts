import { faces } from '../../model/matter.ts';
import type { Face, MatterParty } from '../../model/matter.ts';
import { matterRules } from '../matter-kinds.ts';
import type { MatterState } from '../state.ts';
import { shownTypes } from './shown-types.ts';

/** A reader's place in a matter, and what lists say of the matter there. 席位 */
export interface Seat {
  readonly tenant_id: string;
  /** null for everybody of the tenant. */
  readonly user_id: string | null;
  readonly faces: readonly Face[];
  readonly owns: boolean;
  /** null where no event shown says it. */
  readonly status: string | null;
  /** null where the opening is not shown. */
  readonly title: string | null;
  readonly last_at: string;
  /** Of the last event shown. */
  readonly number: number;
  /** The types of events that are shown; none for the owner, who is shown all. */
  readonly types: readonly string[];
}

/**
 * Who reads a matter, and as what: a place for each tenant and for each person named. A person's
 * place has the sides of the whole tenant too, so that one place says all there is for a reader.
 * Those who are shown nothing yet have none.
 */
export function seatsOf(state: MatterState): Seat[] {
  return places(state.parties).flatMap((place) => seatAt(state, place) ?? []);
}

type Place = Pick<Seat, 'tenant_id' | 'user_id' | 'faces'>;

function places(parties: readonly MatterParty[]): Place[] {
  const found = new Map<string, Place>();
  for (const { tenant_id, user_id } of parties) {
    // Consumers share a tenant and are seen by name alone.
    if (user_id === null && tenant_id === 'public') continue;
    const key = JSON.stringify([tenant_id, user_id]);
    if (found.has(key)) continue;
    const sides = new Set(
      parties
        .filter((one) => one.tenant_id === tenant_id && isFor(one, user_id))
        .map(({ face }) => face),
    );
    found.set(key, { tenant_id, user_id, faces: faces.filter((face) => sides.has(face)) });
  }
  return [...found.values()];
}

function isFor({ tenant_id, user_id }: MatterParty, reader: string | null): boolean {
  return user_id === reader || (user_id === null && tenant_id !== 'public');
}

function seatAt(state: MatterState, place: Place): Seat | null {
  const { kind, status, title, last_at, number, last } = state;
  if (place.faces.includes('owner')) {
    return { ...place, owns: true, status, title, last_at, number, types: [] };
  }
  const happened = (type: string): boolean => Object.hasOwn(last, type);
  const types = [...shownTypes(kind, place.faces, happened)].toSorted();
  const { steps } = matterRules[kind];
  const events = Object.entries(last)
    .filter(([type]) => types.includes(type))
    .map(([type, event]) => ({ ...event, to: steps[type]?.to ?? null }))
    .toSorted((a, b) => b.number - a.number);
  const [latest] = events;
  if (latest === undefined) return null;
  return {
    ...place,
    owns: false,
    status: events.find(({ to }) => to !== null)?.to ?? null,
    title: types.includes('open') ? title : null,
    last_at: latest.at,
    number: latest.number,
    types,
  };
}
