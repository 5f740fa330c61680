import type { Matter } from '../matters/matter-types.ts';

/** What the latest event of a type says under a name; null where it says nothing. */
export function saidIn({ events }: Matter, type: string, name: string): string | null {
  const value = events.findLast((event) => event.type === type)?.data[name];
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String).join('\n');
  return typeof value === 'string' && value !== '' ? value : null;
}
