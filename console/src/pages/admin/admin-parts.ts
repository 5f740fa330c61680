import type { ComponentType } from 'react';
import type { Session } from '../../api/session.ts';
import { keepers, roles } from '../../app/who.ts';
import { ShownIntegrity } from '../operator/ShownIntegrity.tsx';
import { AffiliationsPart } from './AffiliationsPart.tsx';
import { ConnectorsPart } from './ConnectorsPart.tsx';
import { KeptFilesPart } from './KeptFilesPart.tsx';
import { KeysPart } from './KeysPart.tsx';
import { RefusalsPart } from './RefusalsPart.tsx';
import { SignInsPart } from './SignInsPart.tsx';
import { TenantsPart } from './TenantsPart.tsx';
import { UsersPart } from './UsersPart.tsx';
import { WebhooksPart } from './WebhooksPart.tsx';

export interface AdminPart {
  /** Behind `/admin/`; its name in adminWords. */
  readonly name:
    | 'users'
    | 'keys'
    | 'affiliations'
    | 'connectors'
    | 'webhooks'
    | 'sign-ins'
    | 'refusals'
    | 'kept-files'
    | 'shown'
    | 'tenants';
  readonly Part: ComponentType;
  readonly who: (session: Session) => boolean;
}

const auditors = roles(['auditor']);

/** In the order they are shown; who sees which is as permissions.ts has it. */
export const adminParts: readonly AdminPart[] = [
  { name: 'users', Part: UsersPart, who: keepers },
  { name: 'keys', Part: KeysPart, who: keepers },
  { name: 'affiliations', Part: AffiliationsPart, who: keepers },
  { name: 'connectors', Part: ConnectorsPart, who: keepers },
  { name: 'webhooks', Part: WebhooksPart, who: keepers },
  { name: 'sign-ins', Part: SignInsPart, who: auditors },
  { name: 'refusals', Part: RefusalsPart, who: auditors },
  { name: 'kept-files', Part: KeptFilesPart, who: keepers },
  { name: 'shown', Part: ShownIntegrity, who: roles(['admin'], ['operator']) },
  { name: 'tenants', Part: TenantsPart, who: keepers },
];
