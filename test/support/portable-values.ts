import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { EvidenceValue } from '../../src/model/provision.ts';
import { root } from '../tidy/repository.ts';

/** Expressions of portable SQL and what each of them is, on every engine. */
export const portableCases = parse(
  readFileSync(join(root, 'test/provisions/conformance.yaml'), 'utf8'),
) as { readonly sql: string; readonly is: EvidenceValue }[];

/** What `$names` in them stand for. */
export const portableValues = {
  as_of: '2024-06-30',
  time_zone: 'Asia/Shanghai',
  calendar: 'CN',
  parameters: { seven: 7, minus_seven: -7, newline: '\n', quote: "it's \\ fine" },
};
