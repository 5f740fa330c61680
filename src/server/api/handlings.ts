import type { Handling } from '../server.ts';
import { affiliationHandlings } from './affiliations/affiliations.ts';
import { changeHandlings } from './findings/changes.ts';
import { conformanceHandlings } from './findings/conformance.ts';
import { demoHandlings } from './demo/demo.ts';
import { facetHandlings } from './findings/facets.ts';
import { findingHandlings } from './findings/findings.ts';
import { openingFromFindings } from './findings/open-matter.ts';
import { verdictHandlings } from './findings/verdicts.ts';
import { complainingHandlings } from './complaints/complain.ts';
import { contactHandlings } from './complaints/contact.ts';
import { followingHandlings } from './complaints/follow.ts';
import { bagHandlings } from './bags/create.ts';
import { connectorHandlings } from './connectors/connectors.ts';
import { alertHandlings } from './alerts/alerts.ts';
import { eventHandlings } from './events/events.ts';
import { hookHandlings } from './events/hooks.ts';
import { liveHandlings } from './events/live.ts';
import { effectHandlings } from './guidance/effects.ts';
import { keptFileHandlings } from './kept-files/kept-files.ts';
import { barometerHandlings } from './guidance/barometer.ts';
import { marketHandlings } from './guidance/market.ts';
import { sheetHandlings } from './guidance/sheets.ts';
import { healthHandlings } from './health/read.ts';
import { detectionHandlings } from './detections/create.ts';
import { accountingHandlings } from './inspections/accounting.ts';
import { inspectionHandlings } from './inspections/inspections.ts';
import { jobHandlings } from './jobs/jobs.ts';
import { keyHandlings } from './keys/keys.ts';
import { matterHandlings } from './matters/handlings.ts';
import { networkHandlings } from './network/network.ts';
import { networkFileHandlings } from './network/file.ts';
import { memberHandlings } from './network/members.ts';
import { countHandlings } from './network/counts.ts';
import { flowHandlings } from './network/flows.ts';
import { oidcHandlings } from './oidc/sign-in.ts';
import { overviewHandlings } from './overview/read.ts';
import { orderListHandlings } from './orders/list.ts';
import { orderReadHandlings } from './orders/read.ts';
import { editionHandlings } from './editions/editions.ts';
import { opiningHandlings } from './editions/opine.ts';
import { publicProposalHandlings } from './editions/public-proposals.ts';
import { draftHandlings } from './drafts/drafts.ts';
import { tryingDrafts } from './drafts/try-draft.ts';
import { savedPlanHandlings } from './plans/saved.ts';
import { studyHandlings } from './plans/study.ts';
import { proposalHandlings } from './proposals/proposals.ts';
import { publishingHandlings } from './proposals/publish.ts';
import { proposalSteps } from './proposals/step.ts';
import { publisherHandlings } from './publishers/publishers.ts';
import { preCheckHandlings } from './prechecks/create.ts';
import { logHandlings } from './public/log.ts';
import { pageHandlings } from './public/pages.ts';
import { monthHandlings } from './public/months.ts';
import { showingIntegrity } from './public/shows-integrity.ts';
import { recordHandlings } from './public/records.ts';
import { publicationHandlings } from './public/publish.ts';
import { refusalHandlings } from './refusals/list.ts';
import { signingIn } from './session/create.ts';
import { credentials } from './session/credentials.ts';
import { ownSessions } from './session/own.ts';
import { settingUp } from './setup/create.ts';
import { signInHandlings } from './sign-ins/list.ts';
import { standardHandlings } from './standards/standards.ts';
import { submittingHandlings } from './submissions/create.ts';
import { owedHandlings } from './submissions/owed.ts';
import { receiptHandlings } from './submissions/read.ts';
import { tenantHandlings } from './tenants/list.ts';
import { changingUsers } from './users/change.ts';
import { unlockHandlings } from './unlocks/look.ts';
import { uploadHandlings } from './uploads/uploads.ts';
import { readingUsers } from './users/list.ts';
import { webhookHandlings } from './webhooks/webhooks.ts';

/** Every route with its handler: one line a noun. A test holds it against the contract. */
export const handlings: readonly Handling[] = [
  ...healthHandlings,
  ...settingUp,
  ...signingIn,
  ...oidcHandlings,
  ...demoHandlings,
  ...ownSessions,
  ...credentials,
  ...tenantHandlings,
  ...readingUsers,
  ...changingUsers,
  ...keyHandlings,
  ...refusalHandlings,
  ...signInHandlings,
  ...uploadHandlings,
  ...detectionHandlings,
  ...inspectionHandlings,
  ...accountingHandlings,
  ...networkHandlings,
  ...networkFileHandlings,
  ...memberHandlings,
  ...countHandlings,
  ...flowHandlings,
  ...orderListHandlings,
  ...orderReadHandlings,
  ...jobHandlings,
  ...affiliationHandlings,
  ...findingHandlings,
  ...facetHandlings,
  ...verdictHandlings,
  ...changeHandlings,
  ...openingFromFindings,
  ...unlockHandlings,
  ...connectorHandlings,
  ...conformanceHandlings,
  ...webhookHandlings,
  ...eventHandlings,
  ...hookHandlings,
  ...liveHandlings,
  ...alertHandlings,
  ...preCheckHandlings,
  ...studyHandlings,
  ...savedPlanHandlings,
  ...draftHandlings,
  ...tryingDrafts,
  ...proposalHandlings,
  ...proposalSteps,
  ...publishingHandlings,
  ...publicProposalHandlings,
  ...opiningHandlings,
  ...editionHandlings,
  ...publisherHandlings,
  ...standardHandlings,
  ...publicationHandlings,
  ...pageHandlings,
  ...recordHandlings,
  ...showingIntegrity,
  ...monthHandlings,
  ...logHandlings,
  ...matterHandlings,
  ...bagHandlings,
  ...overviewHandlings,
  ...complainingHandlings,
  ...followingHandlings,
  ...contactHandlings,
  ...sheetHandlings,
  ...keptFileHandlings,
  ...barometerHandlings,
  ...marketHandlings,
  ...effectHandlings,
  ...owedHandlings,
  ...submittingHandlings,
  ...receiptHandlings,
];
