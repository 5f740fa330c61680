/** The five faces of the market. Consumers have no tenant of their own. */
export const parties = ['regulator', 'association', 'platform', 'operator', 'consumer'] as const;
export type Party = (typeof parties)[number];

/** What a user may do in a tenant; several at once are possible. */
export const roles = ['admin', 'handler', 'approver', 'reader', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Who does something, and as what. */
export interface Actor {
  readonly party: Party;
  readonly tenant_id: string;
  readonly user_id: string;
  readonly roles: readonly Role[];
}
