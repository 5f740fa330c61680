import type { DiskUseTable } from './disk.ts';
import type {
  AlertChangeTable,
  AlertTable,
  InboxEndTable,
  InboxEntryTable,
  LiveProgressTable,
  WebhookMappingTable,
} from './live.ts';
import type { MarketFigureTable, MeasureEffectTable, OperatorSheetTable } from './guidance.ts';
import type {
  CheckpointTable,
  CheckpointTimestampTable,
  LogLeafTable,
  LogPendingTable,
  LogStateTable,
  LogTileTable,
} from './log.ts';
import type {
  EventTable,
  EventWordsTable,
  IdempotencyTable,
  MatterPartyTable,
  MatterSeatTable,
  MatterTagTable,
  MatterTable,
} from './matters.ts';
import type {
  ApiKeyTable,
  AppUserTable,
  CredentialTable,
  MembershipTable,
  SessionTable,
  TenantChangeTable,
  TenantSettingTable,
  TenantTable,
} from './people.ts';
import type { DraftRevisionTable, DraftTable } from './drafts.ts';
import type { SavedPlanTable } from './plans.ts';
import type { DataFileTable, PublicationTable } from './publications.ts';
import type { AttemptTable, LinkTable, RefusalTable, SignInTable } from './sign-in.ts';
import type {
  EditionTable,
  OpinionTable,
  ProposalEventTable,
  ProposalTable,
  StandardTable,
  TrustDecisionTable,
} from './standards.ts';
import type { StatusLinkTable } from './status-links.ts';
import type { SubmissionTable } from './submissions.ts';
import type {
  AssociationMemberTable,
  ConnectorTable,
  FileTable,
  FindingColumnTable,
  FindingTable,
  InspectionProvisionTable,
  InspectionTable,
  JurisdictionTable,
  OperatorClaimTable,
  OutboxTable,
  SavedViewTable,
} from './supervision.ts';
import type { WebhookDeliveryTable, WebhookTable } from './webhooks.ts';

/** Tables of the store as they are after the last migration. */
export interface Tables {
  readonly tenant: TenantTable;
  readonly tenant_setting: TenantSettingTable;
  readonly tenant_change: TenantChangeTable;
  readonly app_user: AppUserTable;
  readonly membership: MembershipTable;
  readonly credential: CredentialTable;
  readonly session: SessionTable;
  readonly api_key: ApiKeyTable;
  readonly link: LinkTable;
  readonly attempt: AttemptTable;
  readonly refusal: RefusalTable;
  readonly sign_in: SignInTable;
  readonly matter: MatterTable;
  readonly matter_party: MatterPartyTable;
  readonly matter_seat: MatterSeatTable;
  readonly matter_tag: MatterTagTable;
  readonly event: EventTable;
  readonly event_words: EventWordsTable;
  readonly idempotency: IdempotencyTable;
  readonly log_pending: LogPendingTable;
  readonly log_leaf: LogLeafTable;
  readonly log_state: LogStateTable;
  readonly log_tile: LogTileTable;
  readonly checkpoint: CheckpointTable;
  readonly checkpoint_timestamp: CheckpointTimestampTable;
  readonly file: FileTable;
  readonly inspection: InspectionTable;
  readonly finding: FindingTable;
  readonly finding_column: FindingColumnTable;
  readonly inspection_provision: InspectionProvisionTable;
  readonly jurisdiction: JurisdictionTable;
  readonly association_member: AssociationMemberTable;
  readonly operator_claim: OperatorClaimTable;
  readonly connector: ConnectorTable;
  readonly saved_view: SavedViewTable;
  readonly disk_use: DiskUseTable;
  readonly saved_plan: SavedPlanTable;
  readonly draft: DraftTable;
  readonly draft_revision: DraftRevisionTable;
  readonly proposal: ProposalTable;
  readonly proposal_event: ProposalEventTable;
  readonly opinion: OpinionTable;
  readonly standard: StandardTable;
  readonly edition: EditionTable;
  readonly trust_decision: TrustDecisionTable;
  readonly outbox: OutboxTable;
  readonly inbox_end: InboxEndTable;
  readonly inbox_entry: InboxEntryTable;
  readonly live_progress: LiveProgressTable;
  readonly alert: AlertTable;
  readonly alert_change: AlertChangeTable;
  readonly webhook_mapping: WebhookMappingTable;
  readonly webhook: WebhookTable;
  readonly webhook_delivery: WebhookDeliveryTable;
  readonly publication: PublicationTable;
  readonly data_file: DataFileTable;
  readonly status_link: StatusLinkTable;
  readonly operator_sheet: OperatorSheetTable;
  readonly market_figure: MarketFigureTable;
  readonly measure_effect: MeasureEffectTable;
  readonly submission: SubmissionTable;
}
