import { connect } from 'node:net';
import type { Socket } from 'node:net';

/**
 * HTTP/1.1 over kept connections with as little work as can be: what the load takes of a machine
 * is taken from the server on it. An answer has to say its length.
 */
export interface HttpLoad {
  /** Was it answered with 200? Waits for a connection where all are in use. */
  ask(body: string): Promise<boolean>;
  end(): void;
}

export function httpLoad(url: URL, token: string, connections: number): HttpLoad {
  const head = [
    `POST ${url.pathname} HTTP/1.1`,
    `host: ${url.host}`,
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    'content-length: ',
  ].join('\r\n');
  const waiting: ((line: Line) => void)[] = [];
  const free: Line[] = [];
  const release = (line: Line): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(line);
    else next(line);
  };
  const lines: Line[] = [];
  // Opened when needed: a server closes those that say nothing.
  const opened = (): Line | undefined => {
    if (lines.length === connections) return undefined;
    const line = new Line(url, release);
    lines.push(line);
    return line;
  };
  return {
    ask: async (body) => {
      const bytes = `${head}${Buffer.byteLength(body)}\r\n\r\n${body}`;
      const line = free.pop() ?? opened();
      if (line !== undefined) return await line.ask(bytes);
      return await (await new Promise<Line>((resolve) => waiting.push(resolve))).ask(bytes);
    },
    end: () => {
      for (const line of lines) line.end();
    },
  };
}

/** One connection: one request after the other. */
class Line {
  readonly #socket: Socket;
  readonly #release: (line: Line) => void;
  #got: Buffer[] = [];
  #size = 0;
  /** Bytes of the whole answer, when its head has come. */
  #whole = Infinity;
  #good = false;
  #done: (good: boolean) => void = () => undefined;
  #fail: (error: Error) => void = () => undefined;

  constructor(url: URL, release: (line: Line) => void) {
    this.#release = release;
    this.#socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    this.#socket.on('data', (part) => this.#take(part));
    this.#socket.on('error', (error) => this.#fail(error));
    this.#socket.on('close', () => this.#fail(new Error('the connection was closed')));
  }

  async ask(bytes: string): Promise<boolean> {
    return await new Promise((resolve, reject) => {
      this.#done = resolve;
      this.#fail = reject;
      this.#socket.write(bytes);
    });
  }

  end(): void {
    this.#fail = () => undefined;
    this.#socket.destroy();
  }

  #take(part: Buffer): void {
    this.#got.push(part);
    this.#size += part.length;
    if (this.#whole === Infinity) this.#readHead();
    if (this.#size < this.#whole) return;
    const good = this.#good;
    this.#got = [];
    this.#size = 0;
    this.#whole = Infinity;
    this.#done(good);
    this.#release(this);
  }

  #readHead(): void {
    const text = Buffer.concat(this.#got).toString('latin1');
    const end = text.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1];
    if (length === undefined) throw new Error('an answer that does not say its length');
    this.#good = text.startsWith('HTTP/1.1 200');
    this.#whole = end + 4 + Number(length);
  }
}
