import * as accounting from './accounting.ts';
import * as affiliations from './affiliations.ts';
import * as changes from './changes.ts';
import * as complaints from './complaints.ts';
import * as connectors from './connectors.ts';
import * as demo from './demo.ts';
import * as detections from './detections.ts';
import * as findingMatters from './finding-matters.ts';
import * as findings from './findings.ts';
import * as alerts from './alerts.ts';
import * as bags from './bags.ts';
import * as events from './events.ts';
import * as guidance from './guidance.ts';
import * as health from './health.ts';
import * as inspections from './inspections.ts';
import * as jobs from './jobs.ts';
import * as drafts from './drafts.ts';
import * as keptFiles from './kept-files.ts';
import * as keys from './keys.ts';
import * as matters from './matters.ts';
import * as views from './matters-views.ts';
import * as network from './network.ts';
import * as oidc from './oidc.ts';
import * as overview from './overview.ts';
import * as orders from './orders.ts';
import * as plans from './plans.ts';
import * as prechecks from './prechecks.ts';
import * as publicPages from './public.ts';
import * as publications from './publications.ts';
import * as refusals from './refusals.ts';
import * as proposals from './proposals.ts';
import * as editions from './editions.ts';
import type { RouteShape } from './route.ts';
import * as session from './session.ts';
import * as signIns from './sign-ins.ts';
import * as standards from './standards.ts';
import * as submissions from './submissions.ts';
import * as tenants from './tenants.ts';
import * as unlocks from './unlocks.ts';
import * as uploads from './uploads.ts';
import * as users from './users.ts';
import * as webhooks from './webhooks.ts';

/** Every route there is: the routes among the exports of each noun's file, in its order. */
export const contract: readonly RouteShape[] = [
  health,
  session,
  oidc,
  demo,
  tenants,
  users,
  keys,
  refusals,
  signIns,
  uploads,
  keptFiles,
  detections,
  inspections,
  accounting,
  network,
  orders,
  jobs,
  affiliations,
  findings,
  changes,
  findingMatters,
  unlocks,
  connectors,
  webhooks,
  events,
  alerts,
  prechecks,
  plans,
  drafts,
  proposals,
  editions,
  standards,
  publications,
  publicPages,
  matters,
  bags,
  views,
  overview,
  complaints,
  guidance,
  submissions,
].flatMap((noun) => Object.values(noun).filter(isRoute).toSorted(byId));

function isRoute(value: unknown): value is RouteShape {
  return typeof value === 'object' && value !== null && 'answers' in value && 'path' in value;
}

/** Exports of a module come in the order of their names; ids say more. */
function byId(a: RouteShape, b: RouteShape): number {
  return a.id < b.id ? -1 : 1;
}
