import type { RouteShape } from '../../src/server/contract/route.ts';

export interface ToldEvent {
  readonly event: string;
  // Read loosely: each test says what it expects of it.
  readonly data: Record<string, any>;
}

/** Events a route answers a body with, to the end or until `until` says enough. */
export async function eventsOf(
  base: string,
  route: RouteShape,
  headers: Readonly<Record<string, string>>,
  body: unknown,
  params: Readonly<Record<string, string>> = {},
  until: (told: ToldEvent) => boolean = () => false,
): Promise<ToldEvent[]> {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const answer = await fetch(new URL(path, base), {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.headers.get('content-type')?.includes('text/event-stream')) {
    throw new Error(`${answer.status} ${await answer.text()}`);
  }
  const told: ToldEvent[] = [];
  let text = '';
  for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += part;
    const whole = text.split('\n\n');
    text = whole.pop() ?? '';
    for (const event of whole.filter((block) => block.startsWith('id:'))) {
      const [, name = ''] = /^event: (.*)$/m.exec(event) ?? [];
      const [, data = ''] = /^data: (.*)$/m.exec(event) ?? [];
      const one = { event: name, data: JSON.parse(data) };
      told.push(one);
      if (until(one)) return told;
    }
  }
  return told;
}
