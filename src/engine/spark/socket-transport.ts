import { connect as connectPlain } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { PolyprismError } from '../../model/issue.ts';
import type { Limits } from '../../model/limits.ts';
import type { HiveAddress } from './hive-address.ts';
import { signIn } from './sasl.ts';
import { readMessage } from './transport.ts';
import type { NextBytes, Transport } from './transport.ts';

/** Opens a connection of its own and signs in; a silence longer than the limit ends it. */
export async function openSocket(address: HiveAddress, limits: Limits): Promise<Transport> {
  const { host, port } = address;
  const socket = address.tls
    ? connectTls({ host, port, servername: host, rejectUnauthorized: true })
    : connectPlain({ host, port });
  socket.setNoDelay(true);
  // Nothing is asked while data are read in, for hours: what lies between is to keep it open.
  socket.setKeepAlive(true, 30_000);
  // Whoever waits is told; where nobody does, it is told at the next question.
  socket.on('error', () => undefined);
  const heard = silenceBroken(socket, limits);
  const incoming = socket[Symbol.asyncIterator]();
  const next: NextBytes = async () => {
    const { value, done } = await incoming.next().catch((error: unknown) => {
      throw unreachable(address, error);
    });
    if (done) throw unreachable(address, 'closed');
    return value as Buffer;
  };
  const send = (bytes: Buffer): void => void socket.write(bytes);
  let frames: Pick<Awaited<ReturnType<typeof signIn>>, 'frame' | 'next'> = {
    frame: (message) => message,
    next,
  };
  const close = (): void => void socket.destroy();
  if (address.transport === 'sasl') {
    frames = await heard(signIn(address, send, next, limits)).catch((error: unknown) => {
      close();
      throw error;
    });
  }
  let before: Promise<unknown> = Promise.resolve();
  return {
    exchange: async (message) => {
      const turn = before.then(async () => {
        send(frames.frame(message));
        return await heard(readMessage(frames.next, limits));
      });
      before = turn.catch(() => undefined);
      return await turn;
    },
    close,
  };
}

/** Counts silence only while something is awaited: between two questions there may be hours. */
function silenceBroken(socket: Socket, limits: Limits): <T>(answer: Promise<T>) => Promise<T> {
  socket.on('timeout', () => socket.destroy(new Error('silent for too long')));
  return async (answer) => {
    socket.setTimeout(limits.spark_silence_s_max * 1_000);
    return await answer.finally(() => socket.setTimeout(0));
  };
}

export function unreachable({ name }: HiveAddress, why: unknown): PolyprismError {
  const reason = why instanceof Error ? why.message : String(why);
  return new PolyprismError('spark.unreachable', { server: name, reason });
}
