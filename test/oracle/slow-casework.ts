import { slowClocks, slowSteps } from './slow-casework-table.ts';
import { later, slowDue } from './slow-terms.ts';
import type { SlowGap, SlowGrant, SlowLaw } from './slow-terms.ts';

/** An event as it lies in the store: read as JSON, and nothing of src/ is asked about it. */
export interface SlowEvent {
  readonly number: number;
  readonly type: string;
  readonly on: string;
  readonly at: string;
  readonly reason: string | null;
  readonly proposal: number | null;
  readonly actor: { readonly kind: string; readonly user_id: string; readonly tenant_id: string };
  readonly data: { readonly [key: string]: unknown };
}

interface SlowStep {
  readonly reason: boolean;
  readonly second: boolean;
  readonly system: boolean;
  readonly from: readonly string[];
  readonly to: string | null;
}

interface SlowKind {
  readonly final: readonly string[];
  readonly steps: ReadonlyMap<string, SlowStep>;
}

export const slowKinds = readSteps();

function readSteps(): ReadonlyMap<string, SlowKind> {
  const blocks = slowSteps.trim().split('\n\n');
  const read = blocks.map((block): [string, SlowKind] => {
    const [head = '', ...lines] = block.split('\n');
    const [kind = '', , ...final] = head.split(' ');
    const steps = lines.map((line): [string, SlowStep] => {
      const [, name = '', flags = '', from = '', , to = null] =
        /^(\w+)([!&~]*): ([^>]+?)( > (\w+))?$/.exec(line) ?? [];
      return [
        name,
        {
          reason: flags.includes('!'),
          second: flags.includes('&'),
          system: flags.includes('~'),
          from: from.split(' '),
          to: to ?? null,
        },
      ];
    });
    return [kind, { final, steps: new Map(steps) }];
  });
  const all = new Map(read);
  const common = all.get('all')!;
  all.delete('all');
  return new Map(
    [...all].map(([kind, { final, steps }]) => [
      kind,
      { final: [...final, ...common.final], steps: new Map([...common.steps, ...steps]) },
    ]),
  );
}

/** What is wrong with a row of events: the first thing, or null; and the status it comes to. */
export function slowHistory(
  kind: string,
  events: readonly SlowEvent[],
  deciders: ReadonlySet<string>,
): { readonly wrong: string | null; readonly status: string } {
  const { final, steps } = slowKinds.get(kind)!;
  let status = '-';
  let last = '';
  const wrong = (what: string, { number, type }: SlowEvent) => ({
    wrong: `${what}: event ${number}, ${type}`,
    status,
  });
  for (const [i, event] of events.entries()) {
    if (event.number !== i + 1) return wrong('a hole', event);
    if (event.at < last) return wrong('back in time', event);
    last = event.at;
    const isSystem = event.actor.kind === 'system';
    if (['propose', 'reject', 'retract'].includes(event.type)) {
      if (isSystem) return wrong('the system proposes or turns down', event);
      continue;
    }
    const step = steps.get(event.type);
    if (!step) return wrong('no such step', event);
    const [from] = step.from;
    const may =
      from === '**'
        ? status !== '-'
        : from === '*'
          ? !final.includes(status)
          : step.from.includes(status);
    if (!may || (from === '*' && status === '-')) return wrong(`a skipped state, ${status}`, event);
    if (step.reason && !event.reason?.trim()) return wrong('no reason', event);
    if (isSystem && !step.system) return wrong('the system decides', event);
    if (step.second !== (event.proposal !== null)) return wrong('not two persons', event);
    const users = [event.actor.user_id];
    if (event.proposal !== null) {
      const asked = events[event.proposal - 1]!;
      if (asked.type !== 'propose' || asked.data['step'] !== event.type)
        return wrong('another step was proposed', event);
      if (JSON.stringify(asked.data['data']) !== JSON.stringify(event.data))
        return wrong('other data were proposed', event);
      if (asked.actor.user_id === event.actor.user_id) return wrong('proposer approves', event);
      if (asked.actor.tenant_id !== event.actor.tenant_id) return wrong('another tenant', event);
      users.push(asked.actor.user_id);
    }
    const decides = kind === 'appeal' && ['take', 'uphold', 'change', 'lift'].includes(event.type);
    if (decides && users.some((user) => deciders.has(user)))
      return wrong('who decided decides again', event);
    status = step.to ?? status;
  }
  return { wrong: null, status };
}

/** Who proposed or took one of these steps, by the bare events. */
export function slowTakers(events: readonly SlowEvent[], steps: readonly string[]): Set<string> {
  const took = events.filter(({ type }) => steps.includes(type));
  const proposed = took.flatMap(({ proposal }) =>
    proposal === null ? [] : [events[proposal - 1]!.actor.user_id],
  );
  return new Set([...took.map(({ actor }) => actor.user_id), ...proposed]);
}

interface SlowClock {
  readonly per_item: boolean;
  readonly deadline: string;
  readonly starts: ReadonlyMap<string, string>;
  readonly gaps: readonly string[];
  readonly lawful: readonly string[];
  readonly set: readonly string[];
}

const clocks = new Map(
  slowClocks
    .trim()
    .replaceAll('\n  ', ' ')
    .split('\n')
    .map((line): [string, SlowClock] => {
      const [kind, name = '', deadline = '', ...rest] = line.split(' ');
      const with_ = (mark: string): string[] =>
        rest.filter((one) => one.startsWith(mark)).map((one) => one.slice(1));
      const starts = rest.filter((one) => /^\w/.test(one)).map((one) => one.split(':'));
      return [
        `${kind} ${name.replace('#', '')}`,
        {
          per_item: name.endsWith('#'),
          deadline,
          starts: new Map(starts.map(([step = '', field = '']) => [step, field])),
          gaps: with_('-'),
          lawful: with_('+'),
          set: with_('@'),
        },
      ];
    }),
);

/** The last day of a clock of a matter, by the bare events; null where it never began so. */
export function slowClockDue(
  law: SlowLaw,
  kind: string,
  events: readonly SlowEvent[],
  { clock, from_on, item }: { clock: string; from_on: string; item: string | null },
): string | null {
  const rule = clocks.get(`${kind} ${clock}`);
  if (!rule) return null;
  const same = ({ data }: SlowEvent): boolean => !rule.per_item || data['item'] === item;
  const starts = events.filter((event) => rule.starts.has(event.type) && same(event));
  const dayOf = ({ type, on, data }: SlowEvent): string =>
    dayIn(data, rule.starts.get(type) ?? '') ?? on;
  const start = starts.findLast((event) => dayOf(event) === from_on);
  if (!start) return null;
  const next = starts.find(({ number }) => number > start.number)?.number ?? Infinity;
  const during = events.filter(
    (event) => event.number > start.number && event.number < next && same(event),
  );
  const grants = during.flatMap(({ type, on, data }): SlowGrant[] =>
    rule.lawful.includes(type)
      ? [{ on, until: null }]
      : rule.set.includes(type)
        ? [{ on, until: dayIn(data, 'until') }]
        : [],
  );
  if (rule.deadline.startsWith('='))
    return later(dayIn(start.data, rule.deadline.slice(1)) ?? '', grants);
  return slowDue(
    law,
    rule.deadline,
    from_on,
    rule.gaps.flatMap((name) => gapsOf(events, name)),
    grants,
  );
}

function gapsOf(events: readonly SlowEvent[], name: string): SlowGap[] {
  const begins = name === 'hearing' ? ['ask_hearing'] : [`begin_${name}`];
  const ends = name === 'hearing' ? ['hold_hearing', 'withdraw_hearing'] : [`end_${name}`];
  return events
    .filter(({ type }) => begins.includes(type))
    .map(({ on, number }) => ({
      from: on,
      to: events.find((one) => one.number > number && ends.includes(one.type))?.on ?? null,
    }));
}

function dayIn(data: SlowEvent['data'], field: string): string | null {
  const day = data[field];
  return typeof day === 'string' ? day : null;
}
