import { toldOf } from '../../casework/shown/shown-matter.ts';
import type { JsonValue } from '../../model/json.ts';
import type { MatterEvent, MatterKind } from '../../model/matter.ts';

/** Names of fields that hold no words: ids, days, instants, digests. */
const wordless = /(^|_)(id|ids|at|on|digest|digests|sha256|kind|face|party|step)$/;

/** The texts of an event that people search for: its reason and whatever its data say in words. */
export function eventTexts({ reason, data }: MatterEvent): string[] {
  return [...(reason === null ? [] : [reason]), ...textsIn(data)];
}

/** Those that others than the owner are told, where they are shown the event. */
export function toldTexts(kind: MatterKind, event: MatterEvent): string[] {
  return eventTexts({ ...event, ...toldOf(kind, event) });
}

function textsIn(value: JsonValue): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return Object.entries(value)
    .filter(([name]) => !wordless.test(name))
    .flatMap(([, one]) => textsIn(one));
}
