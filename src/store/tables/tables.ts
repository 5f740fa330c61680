import type {
  ApiKeyTable,
  AppUserTable,
  CredentialTable,
  MembershipTable,
  SessionTable,
  TenantSettingTable,
  TenantTable,
} from './people.ts';
import type { AttemptTable, LinkTable, RefusalTable } from './sign-in.ts';

/** Tables of the store as they are after the last migration. */
export interface Tables {
  readonly tenant: TenantTable;
  readonly tenant_setting: TenantSettingTable;
  readonly app_user: AppUserTable;
  readonly membership: MembershipTable;
  readonly credential: CredentialTable;
  readonly session: SessionTable;
  readonly api_key: ApiKeyTable;
  readonly link: LinkTable;
  readonly attempt: AttemptTable;
  readonly refusal: RefusalTable;
}
