import type { FormField } from './read-fields.ts';

function field(name: string, is: FormField['is'], chars_max: number): FormField {
  return { name, is, optional: false, chars_max, values: [] };
}

const text_chars_max = 20_000;

/** Steps that every kind has and that make sense in many matters at once, with their fields. */
export const bulkSteps = {
  assign: [field('user_id', 'id', 256)],
  queue: [field('queue', 'text', text_chars_max)],
  tag: [field('tags', 'lines', text_chars_max)],
  untag: [field('tags', 'lines', text_chars_max)],
  note: [field('text', 'text', text_chars_max)],
} as const satisfies Readonly<Record<string, readonly FormField[]>>;

export type BulkStep = keyof typeof bulkSteps;
/** In the order they are offered. */
export const bulkStepNames = ['assign', 'queue', 'tag', 'untag', 'note'] as const;
