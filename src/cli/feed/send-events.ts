import { events_schema } from '../../live/data-event.ts';
import { isObject } from '../../live/event-door.ts';
import { PolyprismError, describeIssue } from '../../model/issue.ts';
import type { IssueParams } from '../../model/issue.ts';
import type { Localised } from '../../model/localised.ts';
import { limits } from '../../model/limits.ts';
import type { Client } from '../../server/client.ts';
import { eventsAppend, hooksReceive } from '../../server/contract/events.ts';
import type { Problem } from '../../server/contract/problem.ts';
import { untilAnswered } from './until-answered.ts';
import type { Patience } from './until-answered.ts';
import type { Taken } from './feed.ts';
import type { Message } from './source.ts';

type Send = (messages: readonly Message[]) => Promise<readonly Taken[]>;

/**
 * Sends messages that are events of the events schema, many at once. What is no JSON is refused
 * here, and never begins its way. Throws feed.stopped_by_server where the server takes nothing.
 */
export function sendingEvents(client: Client, patience: Patience): Send {
  return async (messages) => {
    const taken: (Taken | null)[] = messages.map(({ data }) => whyNoEvent(data));
    const there = messages.filter((_, i) => taken[i] === null);
    const lines = [`{"schema":"${events_schema}"}`, ...there.map(({ data }) => lineOf(data))];
    const body = new TextEncoder().encode(lines.join('\n'));
    const answer = await untilAnswered(async () => await client(eventsAppend, { body }), patience);
    if (!answer.ok) throw stopped(answer.problem);
    const items = answer.body.items.values();
    return taken.map((one) => one ?? takenOf(items.next().value));
  };
}

/** Sends messages that are a shop's own, which a mapping makes events, one after the other. */
export function sendingHooks(client: Client, mapping: string, patience: Patience): Send {
  const sent = async ({ data }: Message): Promise<Taken> => {
    const wrong = whyNoEvent(data);
    if (wrong !== null) return wrong;
    const body: unknown = JSON.parse(textOf(data));
    if (!isObject(body)) return noObject();
    const params = { mapping };
    const answer = await untilAnswered(
      async () => await client(hooksReceive, { params, headers: {}, body }),
      patience,
    );
    if (answer.ok) return gravest(answer.body.items.map(takenOf));
    // The mapping is there and may be used: then it is the message that cannot be.
    if ([400, 413, 422].includes(answer.status)) return refusedAs(answer.problem, null);
    throw stopped(answer.problem);
  };
  return async (messages) => {
    const taken: Taken[] = [];
    for (const message of messages) taken.push(await sent(message));
    return taken;
  };
}

function stopped({ en, zh, code }: Problem): PolyprismError {
  return new PolyprismError('feed.stopped_by_server', { code, why_en: en, why_zh: zh });
}

interface Answered {
  readonly status: 'accepted' | 'duplicate' | 'refused';
  readonly field: string | null;
  readonly code: string | null;
  readonly en: string | null;
  readonly zh: string | null;
}

function takenOf(item: Answered | undefined): Taken {
  if (item === undefined) throw new Error('the server answered fewer events than it was sent');
  const { status, field, code, en, zh } = item;
  if (status !== 'refused') return { status };
  return refusedAs({ code: code ?? '', en: en ?? '', zh: zh ?? '' }, field);
}

/** Of the events made of one message: one that was refused is what is to be told. */
function gravest(taken: readonly Taken[]): Taken {
  const of = (status: Taken['status']) => taken.find((one) => one.status === status);
  return of('refused') ?? of('accepted') ?? { status: 'duplicate' };
}

type Words = Localised & { readonly code: string };

function refusedAs({ code, en, zh }: Words, field: string | null): Taken {
  return { status: 'refused', refusal: { code, field, why: { en, zh } } };
}

function noObject(): Taken {
  return refusedAs(wordsOf('live.bad_event', { field: '', expected: '{…}' }), null);
}

/** Why it cannot be sent at all; null where it can. */
function whyNoEvent(data: Uint8Array): Taken | null {
  if (data.length > limits.event_bytes_max) {
    const most = { what: 'bytes', limit: limits.event_bytes_max };
    return refusedAs(wordsOf('live.too_large', most), null);
  }
  try {
    JSON.parse(textOf(data));
    return null;
  } catch {
    return refusedAs(wordsOf('live.bad_event', { field: '', expected: 'JSON, UTF-8' }), null);
  }
}

function wordsOf(code: 'live.too_large' | 'live.bad_event', values: IssueParams): Words {
  return { code, ...describeIssue({ code, params: values }) };
}

/** In JSON, ends of lines stand between values only. */
function lineOf(data: Uint8Array): string {
  return textOf(data).replaceAll(/[\r\n]+/g, ' ');
}

function textOf(data: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(data);
}
