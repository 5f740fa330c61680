import type { z } from 'zod';
import { expect } from 'vitest';
import type { Party, Role } from '../../../src/model/actor.ts';
import type { Problem } from '../../../src/server/contract/problem.ts';
import type { Client } from '../../../src/server/client.ts';
import type { ServerConfig } from '../../../src/server/config.ts';
import * as matters from '../../../src/server/contract/matters.ts';
import { addPerson, addTenant, apiServer } from '../../support/api-server.ts';
import type { ApiServer } from '../../support/api-server.ts';

type Matter = z.output<(typeof matters.mattersRead)['answers'][200]>;
type Taken = z.output<(typeof matters.mattersStep)['answers'][201]>;
type Data = Readonly<Record<string, unknown>>;

const people: Readonly<Record<string, readonly [string, Party, readonly Role[]]>> = {
  li: ['amr', 'regulator', ['handler']],
  hu: ['amr', 'regulator', ['handler']],
  zhang: ['amr', 'regulator', ['handler', 'approver']],
  zhao: ['amr', 'regulator', ['handler', 'approver']],
  reading: ['amr', 'regulator', ['reader']],
  wu: ['amr2', 'regulator', ['handler', 'approver']],
  chen: ['mall', 'platform', ['handler']],
  lin: ['mall', 'platform', ['handler', 'approver']],
  he: ['mall', 'platform', ['handler', 'approver']],
  wang: ['shop', 'operator', ['handler']],
  rival: ['shop2', 'operator', ['handler']],
  sun: ['guild', 'association', ['handler']],
  qian: ['guild', 'association', ['handler', 'approver']],
  buyer: ['public', 'consumer', []],
  buyer2: ['public', 'consumer', []],
};

/** Five parties with their people at one server, whose clock goes forward by days. */
export interface Office {
  readonly api: ApiServer;
  /** Goes to nine in the morning, Shanghai, of a later day. */
  toDay(day: string): void;
  as(user: string): Promise<Client>;
  open(user: string, kind: Kind, data: Data, parties?: Sides, more?: Data): Promise<string>;
  read(user: string, matter_id: string): Promise<Matter>;
  /** Takes a step upon what the user reads now. */
  take(user: string, matter_id: string, type: string, more?: More): Promise<Taken>;
  both(first: string, second: string, matter_id: string, step: string, data: Data): Promise<Taken>;
  /** The code the step is refused with. */
  refused(user: string, matter_id: string, type: string, more?: More): Promise<string>;
}

type Kind = Matter['kind'];
type Sides = readonly {
  readonly face: Matter['faces'][number];
  readonly tenant_id: string;
  readonly user_id?: string;
}[];
interface More {
  readonly data?: Data;
  readonly reason?: string;
  readonly expected?: number;
}

export async function openOffice(config: Partial<ServerConfig> = {}): Promise<Office> {
  const api = await apiServer(config);
  for (const [tenant, party] of new Map(Object.values(people).map(([id, party]) => [id, party]))) {
    if (tenant !== 'public') await addTenant(api, tenant, party);
  }
  for (const [user, [tenant, , roles]] of Object.entries(people)) {
    await addPerson(api, user, tenant, roles);
  }
  const as = async (user: string): Promise<Client> => {
    const [tenant, , roles] = people[user] ?? ['', '', []];
    return api.client((await addPerson(api, user, tenant, roles)).headers);
  };
  const read: Office['read'] = async (user, matter_id) =>
    good(await (await as(user))(matters.mattersRead, { params: { matter_id } }));
  const ask = async (user: string, matter_id: string, type: string, more: More) => {
    const client = await as(user);
    const { data = {}, reason = '理由', expected } = more;
    const seen = await client(matters.mattersRead, { params: { matter_id } });
    const upon = expected ?? (seen.ok ? seen.body.number : 1);
    const body = { type, reason, data, expected: upon };
    return await client(matters.mattersStep, { params: { matter_id }, headers: {}, body });
  };
  const take: Office['take'] = async (user, matter_id, type, more = {}) =>
    good(await ask(user, matter_id, type, more));
  return {
    api,
    toDay: (day) => api.wait((Date.parse(`${day}T01:00:00Z`) - api.now().getTime()) / 1_000),
    as,
    read,
    take,
    open: async (user, kind, data, parties = [], more = {}) => {
      const body = { kind, data: { title: '事项', ...data }, parties: [...parties], ...more };
      const opened = await (await as(user))(matters.mattersOpen, { headers: {}, body });
      return good(opened).matter_id;
    },
    both: async (first, second, matter_id, step, data) => {
      const { number } = await take(first, matter_id, 'propose', { data: { step, data } });
      return await take(second, matter_id, 'approve', { data: { proposal: number } });
    },
    refused: async (user, matter_id, type, more = {}) => {
      const answer = await ask(user, matter_id, type, more);
      expect.assert(!answer.ok, `${type} was taken`);
      return answer.problem.code;
    },
  };
}

/** The body of a good answer; the problem's words otherwise. */
export function good<R extends { ok: boolean; body?: unknown; problem?: Problem }>(
  answer: R,
): Extract<R, { ok: true }>['body'] {
  if (!answer.ok) throw new Error(`${answer.problem?.code}: ${answer.problem?.en}`);
  // Narrowing a generic by its flag is beyond the compiler.
  return answer.body as Extract<R, { ok: true }>['body'];
}
