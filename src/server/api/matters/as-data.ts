import type { JsonObject } from '../../../model/json.ts';

/** What came out of a JSON body and was read as an object by its schema is JSON. */
export function asData(data: Readonly<Record<string, unknown>>): JsonObject {
  return data as JsonObject;
}
