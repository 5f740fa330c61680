import { PolyprismError } from '../../model/issue.ts';

/** What one finding of one inspection is called from outside. */
export interface FindingKey {
  readonly inspection_id: string;
  /** From 1 within the inspection. */
  readonly number: number;
}

export function findingKey({ inspection_id, number }: FindingKey): string {
  return `${inspection_id}_${number}`;
}

/** The same, or the finding by the SHA-256 of its statement, as matters name it. */
export type FindingName =
  | FindingKey
  | { readonly inspection_id: string; readonly statement: string };

/** Throws `http.not_found` for what is no name of a finding. */
export function parseFindingName(text: string): FindingName {
  const [, inspection_id, statement] = /^([\w-]+)_([0-9a-f]{64})$/.exec(text) ?? [];
  if (inspection_id === undefined || statement === undefined) return parseFindingKey(text);
  return { inspection_id, statement };
}

/** Throws `http.not_found` for what cannot be one. */
export function parseFindingKey(text: string): FindingKey {
  const [, inspection_id, number] = /^([\w-]+)_([1-9]\d{0,8})$/.exec(text) ?? [];
  if (inspection_id === undefined) throw new PolyprismError('http.not_found');
  return { inspection_id, number: Number(number) };
}
