/** Who takes part in supervision; each has its own face of the program. 参与方 */
export const parties = ['regulator', 'association', 'platform', 'operator', 'consumer'] as const;
export type Party = (typeof parties)[number];

/** What a user may do within a tenant; several at once are possible, consumers have none. 角色 */
export const roles = ['admin', 'handler', 'approver', 'reader', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Who takes a step: a person, or the program itself, which decides nothing about anybody. */
export interface Actor {
  readonly kind: 'person' | 'system';
  readonly party: Party;
  /** Consumers are of the tenant `public`. */
  readonly tenant_id: string;
  /** Names one person over all tenants. */
  readonly user_id: string;
  readonly roles: readonly Role[];
}
