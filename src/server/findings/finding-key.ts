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

/** Throws `http.not_found` for what cannot be one. */
export function parseFindingKey(text: string): FindingKey {
  const [, inspection_id, number] = /^([\w-]+)_([1-9]\d{0,8})$/.exec(text) ?? [];
  if (inspection_id === undefined) throw new PolyprismError('http.not_found');
  return { inspection_id, number: Number(number) };
}
