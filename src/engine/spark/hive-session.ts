import { setTimeout as wait } from 'node:timers/promises';
import type { Limits } from '../../model/limits.ts';
import type { SqlRow } from '../sql-engine.ts';
import type { HiveAddress } from './hive-address.ts';
import { client_protocol } from './hive-calls.ts';
import { handleOf, hiveCaller, patiently } from './hive-caller.ts';
import type { Call } from './hive-caller.ts';
import { fetchAll, finished } from './hive-statement.ts';
import { openHttp } from './http-transport.ts';
import { structIn } from './read-thrift.ts';
import { openSocket } from './socket-transport.ts';
import type { Transport } from './transport.ts';
import type { ThriftInput } from './write-thrift.ts';

/** A session of a HiveServer2: statements, with what they leave behind for those after them. */
export interface HiveSession {
  /** Runs a statement to its end; its rows, none where it has none. */
  execute(statement: string): Promise<SqlRow[]>;
  close(): Promise<void>;
}

export interface HiveOptions {
  readonly limits: Limits;
  /** Settings of the session, beside those of the address. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Aborting it cancels the statements that run and ends the session. */
  readonly signal?: AbortSignal;
}

/** How long the end of a session waits for the server to hear that nothing is wanted any more. */
const farewell_ms = 1_000;

/**
 * Opens a session; that runs nothing, so it is tried a few times. Throws `spark.unreachable` then,
 * `spark.refused` at once.
 */
export async function openHiveSession(
  address: HiveAddress,
  options: HiveOptions,
): Promise<HiveSession> {
  const { limits, signal } = options;
  const { transport, call, handle } = await patiently(signal, async () => {
    signal?.throwIfAborted();
    return await open(address, options);
  });
  // Where each message is a request of its own, a lost answer does not end the session.
  const askAgain: Call =
    address.transport === 'http'
      ? async (method, request) => await patiently(signal, async () => await call(method, request))
      : call;
  const running = new Set<ThriftInput>();
  const ended = onceAborted(signal);
  void quietly(ended);
  let cancelled: Promise<void> = Promise.resolve();
  const onAbort = (): void => {
    cancelled = cancel(address, limits, handle, [...running]).finally(() => transport.close());
  };
  signal?.addEventListener('abort', onAbort);
  const run = async (statement: string): Promise<SqlRow[]> => {
    const started = await call('ExecuteStatement', [
      [1, handle],
      [2, { text: statement }],
      [4, { bool: true }],
    ]);
    const operation = handleOf(structIn(started, 2));
    running.add(operation);
    try {
      const has_rows = await finished(askAgain, operation, signal);
      return has_rows ? await fetchAll(call, operation, limits) : [];
    } finally {
      running.delete(operation);
      if (!signal?.aborted) await quietly(call('CloseOperation', [[1, operation]]));
    }
  };
  return {
    execute: async (statement) => {
      signal?.throwIfAborted();
      // A server may be at its answer for long; who has given up does not wait for it.
      return await Promise.race([run(statement), ended]);
    },
    close: async () => {
      signal?.removeEventListener('abort', onAbort);
      if (signal?.aborted) await Promise.race([cancelled, wait(farewell_ms, null, { ref: false })]);
      else await quietly(call('CloseSession', [[1, handle]]));
      transport.close();
    },
  };
}

/** Rejects when the signal is given, and else never. */
async function onceAborted(signal: AbortSignal | undefined): Promise<never> {
  return await new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

async function open(
  address: HiveAddress,
  { limits, settings }: HiveOptions,
): Promise<{ transport: Transport; call: Call; handle: ThriftInput }> {
  const transport = await openTransport(address, limits);
  const call = hiveCaller(transport);
  const configuration = Object.fromEntries(
    Object.entries({ ...address.settings, ...settings }).map(([name, value]) => [
      `set:hiveconf:${name}`,
      value,
    ]),
  );
  try {
    const opened = await call('OpenSession', [
      [1, { i32: client_protocol }],
      [2, { text: address.user }],
      [3, { text: address.password }],
      [4, { texts: { ...configuration, 'use:database': address.database } }],
    ]);
    return { transport, call, handle: handleOf(structIn(opened, 3)) };
  } catch (error) {
    transport.close();
    throw error;
  }
}

async function openTransport(address: HiveAddress, limits: Limits): Promise<Transport> {
  return address.transport === 'http'
    ? openHttp(address, limits)
    : await openSocket(address, limits);
}

/** The connection waits for an answer, so another one says that none is wanted any more. */
async function cancel(
  address: HiveAddress,
  limits: Limits,
  session: ThriftInput,
  running: readonly ThriftInput[],
): Promise<void> {
  await quietly(
    openTransport(address, limits).then(async (transport) => {
      const call = hiveCaller(transport);
      for (const one of running) await quietly(call('CancelOperation', [[1, one]]));
      await quietly(call('CloseSession', [[1, session]]));
      transport.close();
    }),
  );
}

/** For the last words to a server: whatever it says to them, nothing more is asked of it. */
async function quietly(answer: Promise<unknown>): Promise<void> {
  await answer.catch(() => undefined);
}
