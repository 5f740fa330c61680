import type { ServerResponse } from 'node:http';

/** What is sent back, before it is bytes. Plain data: most answers are small and many. */
export interface Reply {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;
}

export function redirect(location: string, status: 302 | 308): Reply {
  return { status, headers: { location }, body: null };
}

/** The same without a body, for HEAD. */
export async function withoutBody(reply: Reply): Promise<Reply> {
  if (reply.body instanceof ReadableStream) await reply.body.cancel();
  return { ...reply, body: null };
}

/** A reply for whoever asks without the network. */
export function responseOf({ status, headers, body }: Reply): Response {
  return new Response(body, { status, headers });
}

/** Sends it; rejects where the source of its body failed while it was sent. */
export async function sendReply(reply: Reply, outgoing: ServerResponse): Promise<void> {
  const { status, headers, body } = reply;
  if (body instanceof ReadableStream) {
    outgoing.writeHead(status, headers);
    outgoing.flushHeaders();
    await pump(body, outgoing);
    return;
  }
  if (body === null) {
    outgoing.writeHead(status, headers).end();
    return;
  }
  const length = String(Buffer.byteLength(body));
  outgoing.writeHead(status, { ...headers, 'content-length': length }).end(body);
}

/** Whoever leaves ends the source, also while nothing comes from it. */
async function pump(body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> {
  const reader = body.getReader();
  const leave = (): void => void reader.cancel().catch(() => undefined);
  if (outgoing.destroyed) {
    leave();
    return;
  }
  outgoing.once('close', leave);
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (!outgoing.write(part.value)) await drained(outgoing);
    }
    outgoing.end();
  } catch (error) {
    // Cut off: what was sent so far must not look whole.
    outgoing.destroy();
    throw error;
  } finally {
    outgoing.off('close', leave);
  }
}

/** Until more can be written, or never again. */
async function drained(outgoing: ServerResponse): Promise<void> {
  if (outgoing.destroyed) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      outgoing.off('drain', done).off('close', done);
      resolve();
    };
    outgoing.on('drain', done).on('close', done);
  });
}
