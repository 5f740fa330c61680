import type { Migration } from './migration.ts';

/**
 * One event can let a tenant see others that were withheld from it: what is told once is an event,
 * not the row of the outbox that led to it.
 */
const tables = `
-- Written by processes of the version before, which may go on beside this one.
ALTER TABLE webhook_delivery ALTER COLUMN outbox_id DROP NOT NULL;
ALTER TABLE webhook_delivery DROP CONSTRAINT webhook_delivery_webhook_id_outbox_id_key;
ALTER TABLE webhook_delivery ADD UNIQUE (webhook_id, matter_id, number);
`;

/** Webhooks told what their tenant is shown, each event once. */
export const deliveries: Migration = { number: 16, name: 'deliveries', sql: tables };
