import { people } from './0001-people.ts';
import { signIn } from './0002-sign-in.ts';
import { matters } from './0003-matters.ts';
import { log } from './0004-log.ts';
import { supervision } from './0005-supervision.ts';
import { live } from './0006-live.ts';
import { faces } from './0007-faces.ts';
import { connectors } from './0008-connectors.ts';
import { appends } from './0009-appends.ts';
import { webhooks } from './0010-webhooks.ts';
import { publications } from './0011-publications.ts';
import { signIns } from './0012-sign-ins.ts';
import { statusLinks } from './0013-status-links.ts';
import { guidance } from './0014-guidance.ts';
import { submissions } from './0015-submissions.ts';
import { deliveries } from './0016-deliveries.ts';
import { diskUse } from './0017-disk-use.ts';
import { matterSeats } from './0018-seats.ts';
import { findingFacets } from './0019-finding-facets.ts';
import { timestamps } from './0020-timestamps.ts';
import { plans } from './0021-plans.ts';
import { drafts } from './0022-drafts.ts';
import { standards } from './0023-standards.ts';
import { disclosure } from './0024-disclosure.ts';
import { lines } from './0025-lines.ts';
import { findingColumns } from './0026-finding-columns.ts';
import { tenantChanges } from './0027-tenant-changes.ts';
import { market } from './0028-market.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, in order. */
export const migrations: readonly Migration[] = [
  people,
  signIn,
  matters,
  log,
  supervision,
  live,
  faces,
  connectors,
  appends,
  webhooks,
  publications,
  signIns,
  statusLinks,
  guidance,
  submissions,
  deliveries,
  diskUse,
  matterSeats,
  findingFacets,
  timestamps,
  plans,
  drafts,
  standards,
  disclosure,
  lines,
  findingColumns,
  tenantChanges,
  market,
];
