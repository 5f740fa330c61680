import { PolyprismError } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import type { Limits } from '../model/limits.ts';
import { events_schema } from './data-event.ts';
import type { DataEvent } from './data-event.ts';
import { isObject } from './event-door.ts';
import type { CheckEvent, WrongEvent } from './event-door.ts';

/** An event of a batch, or why it is none; `index` is its place in the batch, from 0. */
export type ReadEvent = {
  readonly index: number;
  /** As far as it names itself; null where it does not. */
  readonly id: string | null;
} & ({ readonly event: DataEvent } | { readonly wrong: WrongEvent });

/**
 * Reads a batch: a JSON array, or one JSON value a line, that begins with `{"schema": "events@1"}`.
 * An event that is wrong is refused by itself. Throws live.bad_batch where there is no batch, and
 * live.too_large where it is beyond a limit.
 */
export function readBatch(text: string, check: CheckEvent, most: Limits = limits): ReadEvent[] {
  if (text.length > most.event_batch_bytes_max) {
    throw new PolyprismError('live.too_large', tooLarge('bytes', most.event_batch_bytes_max));
  }
  const items = itemsOf(text);
  const [head, ...rest] = items;
  const named = head && 'value' in head && isObject(head.value) ? head.value['schema'] : undefined;
  if (named !== events_schema) {
    const seen = JSON.stringify(named) ?? '';
    throw new PolyprismError('live.bad_batch', { seen: seen.slice(0, limits.shown_chars_max) });
  }
  if (rest.length > most.event_batch_max) {
    throw new PolyprismError('live.too_large', tooLarge('events', most.event_batch_max));
  }
  return rest.map((item, index) => {
    if (item.chars > most.event_bytes_max) {
      const issue = new PolyprismError('live.too_large', tooLarge('bytes', most.event_bytes_max));
      return { index, id: null, wrong: { field: '', issue: issue.issue } };
    }
    const checked = check('value' in item ? item.value : undefined);
    const id = 'event' in checked ? checked.event.id : idOf(item);
    return { index, id, ...checked };
  });
}

/** A value of the batch with the length of its text; without one where it is not JSON. */
type Item = { readonly chars: number } & ({ readonly value: unknown } | { readonly broken: true });

function itemsOf(text: string): Item[] {
  if (/^\s*\[/.test(text)) {
    const whole = parsed(text);
    if (!('value' in whole) || !Array.isArray(whole.value)) return [];
    return whole.value.map((value: unknown) => ({ value, chars: JSON.stringify(value).length }));
  }
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parsed);
}

function parsed(text: string): Item {
  try {
    return { value: JSON.parse(text) as unknown, chars: text.length };
  } catch {
    return { broken: true, chars: text.length };
  }
}

function idOf(item: Item): string | null {
  const value = 'value' in item ? item.value : null;
  const id = isObject(value) ? value['id'] : null;
  return typeof id === 'string' ? id.slice(0, limits.event_id_chars_max) : null;
}

function tooLarge(what: string, limit: number): { readonly what: string; readonly limit: number } {
  return { what, limit };
}
