import { AckPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { Consumer, ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import { connect, credsAuthenticator, nanos } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { PolyprismError } from '../../model/issue.ts';
import { maskPasswords } from '../mask-passwords.ts';
import type { Message, Source } from './source.ts';

export interface NatsPlace {
  /** `nats://` or `tls://`, several with commas between them. */
  readonly servers: string;
  readonly stream: string;
  /** A durable consumer of the stream; made where there is none. */
  readonly consumer: string;
  /** Text of a credentials file; null where the server wants none. */
  readonly credentials: string | null;
  /** Ends with the last message there is, instead of waiting for others. */
  readonly once: boolean;
}

/** How long the stream waits before it gives a message again. */
const settle_within_ms = 60_000;

/** Messages given out and not settled; bounds what a feeder that stands still keeps. */
const unsettled_max = 20_000;

/** What is waited for before a stream counts as read to its end; the client takes no less. */
const empty_after_ms = 1_000;

/** Messages asked for ahead. */
const ahead = 4_000;

/**
 * A stream of NATS JetStream. Throws feed.no_source where it cannot be read; a connection that
 * is lost later is made again, for as long as it takes.
 */
export async function natsSource(place: NatsPlace, signal: AbortSignal): Promise<Source> {
  const failed = (error: unknown): PolyprismError => {
    const why = maskPasswords(error instanceof Error ? error.message : String(error));
    return new PolyprismError('feed.no_source', { stream: place.stream, why });
  };
  const connection = await connected(place).catch((error: unknown) => {
    throw failed(error);
  });
  try {
    const consumer = await consumerOf(connection, place);
    return {
      batches: (most, bytes_most) =>
        failingAs(failed, batches(consumer, place, signal, most, bytes_most)),
      close: async () => await connection.close(),
    };
  } catch (error) {
    await connection.close();
    throw failed(error);
  }
}

async function connected({ servers, credentials }: NatsPlace): Promise<NatsConnection> {
  const urls = servers.split(',').map((url) => new URL(url.trim()));
  const [{ username, password } = { username: '', password: '' }] = urls;
  return await connect({
    name: 'polyprism feed',
    servers: urls.map(({ host }) => host),
    maxReconnectAttempts: -1,
    ...(urls.some(({ protocol }) => protocol === 'tls:') && { tls: {} }),
    ...(username !== '' && {
      user: decodeURIComponent(username),
      pass: decodeURIComponent(password),
    }),
    ...(credentials !== null && {
      authenticator: credsAuthenticator(new TextEncoder().encode(credentials)),
    }),
  });
}

/** The consumer, made where it is missing: one that was set up by hand is taken as it is. */
async function consumerOf(connection: NatsConnection, place: NatsPlace): Promise<Consumer> {
  const { stream, consumer: name } = place;
  const manager = await jetstreamManager(connection);
  await manager.streams.info(stream);
  const there = await manager.consumers.info(stream, name).catch(() => null);
  const { config } =
    there ??
    (await manager.consumers.add(stream, {
      durable_name: name,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(settle_within_ms),
      max_ack_pending: unsettled_max,
    }));
  // Otherwise the stream would forget messages that were only read.
  if (config.ack_policy !== AckPolicy.Explicit) {
    throw new Error(`ack_policy of ${name} is ${config.ack_policy}, not explicit`);
  }
  return await jetstream(connection).consumers.get(stream, name);
}

/** Messages as they come, until the signal says so or, once, until all of them are settled. */
async function* batches(
  consumer: Consumer,
  { once }: NatsPlace,
  signal: AbortSignal,
  most: number,
  bytes_most: number,
): AsyncGenerator<readonly Message[]> {
  while (!signal.aborted) {
    const come = once
      ? await consumer.fetch({ max_messages: ahead, expires: empty_after_ms })
      : await consumer.consume({ max_messages: ahead, abort_on_missing_resource: true });
    const stop = (): void => come.stop();
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    try {
      for await (const batch of gathered(come, most, bytes_most)) yield batch.map(messageOf);
    } finally {
      signal.removeEventListener('abort', stop);
      stop();
    }
    const { num_pending, num_ack_pending } = await consumer.info();
    // What another feeder had and left comes again, which is waited for.
    if (num_pending === 0 && num_ack_pending === 0) return;
  }
}

/** What is there at a moment, together: a batch is no later than its first message. */
async function* gathered(
  come: ConsumerMessages,
  most: number,
  bytes_most: number,
): AsyncGenerator<readonly JsMsg[]> {
  const queue = come[Symbol.asyncIterator]();
  let awaited: Promise<IteratorResult<JsMsg>> | null = null;
  for (;;) {
    const first = await (awaited ?? queue.next());
    awaited = null;
    if (first.done) return;
    const batch = [first.value];
    let bytes = first.value.data.length;
    while (batch.length < most && bytes < bytes_most) {
      awaited = queue.next();
      const got = await Promise.race([awaited, soon()]);
      // Asked for and not there yet: the next batch begins with it.
      if (got === null || got.done) break;
      awaited = null;
      batch.push(got.value);
      bytes += got.value.data.length;
    }
    yield batch;
  }
}

async function soon(): Promise<null> {
  return await new Promise((resolve) => {
    setImmediate(() => resolve(null));
  });
}

function messageOf(message: JsMsg): Message {
  return {
    name: `${message.info.stream} ${message.seq}`,
    data: message.data,
    settle: () => message.ack(),
    // Without a reason: servers before 2.10 would not know what it says.
    refuse: () => message.term(),
    hold: () => message.working(),
  };
}

async function* failingAs<T>(
  failed: (error: unknown) => PolyprismError,
  values: AsyncIterable<T>,
): AsyncGenerator<T> {
  try {
    yield* values;
  } catch (error) {
    throw failed(error);
  }
}
