import type { MatterState } from '../../casework/state.ts';

/** The columns of a matter that its events come to: what lists show and sort by. */
export function projectionOf(state: MatterState) {
  const { number, status, title, last_at, assignee, queue, tags } = state;
  return {
    number,
    status,
    title: storable(title),
    last_at,
    assignee: assignee === null ? null : storable(assignee),
    queue: queue === null ? null : storable(queue),
    tags: tags.map(storable),
  };
}

/** PostgreSQL has no U+0000 in texts; the event itself keeps it. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD');
}
