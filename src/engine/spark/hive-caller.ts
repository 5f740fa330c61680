import { setTimeout as wait } from 'node:timers/promises';
import { PolyprismError } from '../../model/issue.ts';
import { brokenAnswer } from './broken-answer.ts';
import { statusCode } from './hive-calls.ts';
import { readReply, structIn, textOf } from './read-thrift.ts';
import type { ThriftStruct, ThriftValue } from './thrift.ts';
import type { Transport } from './transport.ts';
import { writeCall } from './write-thrift.ts';
import type { ThriftField, ThriftInput } from './write-thrift.ts';

/** Asks and reads the answer; throws `spark.statement_failed` where its status is no success. */
export type Call = (method: string, request: readonly ThriftField[]) => Promise<ThriftStruct>;

export function hiveCaller(transport: Transport): Call {
  let no = 0;
  return async (method, request) => {
    no += 1;
    const own = no;
    const answer = await transport.exchange(writeCall(method, own, request));
    const result = readReply(answer, method, own);
    const status = structIn(result, 1);
    const code = status.get(1);
    const good: readonly unknown[] = Object.values(statusCode);
    if (good.includes(code)) return result;
    throw new PolyprismError('spark.statement_failed', { message: told(status.get(5)) });
  };
}

/** What a server says of a failure: without the trace of its calls, and without its classes. */
export function told(message: ThriftValue | undefined): string {
  const [first = ''] = textOf(message).split(/\n[\t ]+at /, 1);
  return first
    .replace(/^(?:\S*Exception: )?(?:Error running query: )?/, '')
    .trim()
    .slice(0, 2_000);
}

const waits_ms = [200, 1_000, 3_000];

/** Tries again what nobody answered; only for what changes nothing when it is done twice. */
export async function patiently<T>(
  signal: AbortSignal | undefined,
  ask: () => Promise<T>,
): Promise<T> {
  for (const wait_ms of waits_ms) {
    try {
      return await ask();
    } catch (error) {
      const again = error instanceof PolyprismError && error.issue.code === 'spark.unreachable';
      if (!again || signal?.aborted) throw error;
      await wait(wait_ms, undefined, { ...(signal && { signal }) });
    }
  }
  return await ask();
}

/** Fields of a handle that are told back; what else a server tells there is its own affair. */
const handle_fields = 3;

/** A handle as the server told it, to be told back: its fields are written as they were read. */
export function handleOf(struct: ThriftStruct): ThriftInput {
  const fields = [...struct].filter(([id]) => id <= handle_fields);
  return { struct: fields.map(([id, value]) => [id, inputOf(value)] as const) };
}

function inputOf(value: ThriftValue): ThriftInput {
  if (typeof value === 'boolean') return { bool: value };
  if (typeof value === 'number') return { i32: value };
  if (Buffer.isBuffer(value)) return { bytes: value };
  if (value instanceof Map) return handleOf(value);
  throw brokenAnswer('a handle');
}
