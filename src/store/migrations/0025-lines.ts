import type { Migration } from './migration.ts';

/** A line at which a criminal case may be opened is reached; no duty is broken by that. */
export const lines: Migration = {
  number: 25,
  name: 'lines',
  sql: `
ALTER TABLE inspection_provision DROP CONSTRAINT inspection_provision_verdict_check;
ALTER TABLE inspection_provision ADD CONSTRAINT inspection_provision_verdict_check
  CHECK (verdict IN ('breach', 'reached', 'no_breach', 'cannot_tell'));
`,
};
