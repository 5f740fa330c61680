import type {
  publicEditions,
  publicOpinions,
  publicProposals,
  publishersList,
} from '../../../../src/server/contract/editions.ts';
import type { proposalsList, proposalsRead } from '../../../../src/server/contract/proposals.ts';
import type { Good } from '../../api/call.ts';

export type Proposal = Good<typeof proposalsList>['body']['items'][number];
export type PublicProposal = Good<typeof publicProposals>['body']['items'][number];
export type ProposalView = Good<typeof proposalsRead>['body'];
export type Opinion = Good<typeof publicOpinions>['body']['items'][number];
export type Edition = Good<typeof publicEditions>['body']['items'][number];
export type Publisher = Good<typeof publishersList>['body']['items'][number];
