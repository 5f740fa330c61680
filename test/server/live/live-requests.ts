/** A member who joined on 1 March 2026 under somebody. */
export function joined(member_id: string, recruiter_id: string | null) {
  const rows = { member: [{ member_id, recruiter_id }] };
  return { id: `join-${member_id}`, at: '2026-03-01T00:00:00Z', kind: 'member.joined', rows };
}

/** Members `a1` to `a3`, each under the one before: the last makes three levels below nobody. */
export function chain(name: string, length: number) {
  return Array.from({ length }, (_, i) => joined(`${name}${i + 1}`, i === 0 ? null : name + i));
}

/** Events as a batch of lines. */
export function batchOf(list: readonly unknown[]): Uint8Array<ArrayBuffer> {
  const lines = [{ schema: 'events@1' }, ...list].map((one) => JSON.stringify(one));
  return new TextEncoder().encode(lines.join('\n'));
}

/** One server-sent event. */
export interface Sent {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

/** Reads server-sent events of an answer, so many at a time. */
export function readStream(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('no stream');
  let text = '';
  return {
    async take(count: number): Promise<Sent[]> {
      const found: Sent[] = [];
      while (found.length < count) {
        const end = text.indexOf('\n\n');
        if (end < 0) {
          const { done, value } = await reader.read();
          if (done) throw new Error('the stream ended');
          text += value;
          continue;
        }
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const of = (name: string): string =>
          new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
        if (of('id') === '') continue;
        found.push({ id: of('id'), event: of('event'), data: JSON.parse(of('data')) });
      }
      return found;
    },
    end: async () => await reader.cancel(),
  };
}
