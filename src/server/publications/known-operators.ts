import type { IntegrityClass } from '../../guidance/integrity-parts.ts';
import { integritySheet } from '../../guidance/integrity-sheet.ts';
import type { PublicOperator } from '../../disclosure/operators/look-up.ts';
import { limits } from '../../model/limits.ts';
import { systemActor } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';
import { factsIn } from '../api/guidance/sheets.ts';
import { tenantsNow } from '../api/tenants/tenants-now.ts';
import { inspectionsOfClaims } from '../api/overview/newest-inspections.ts';

/** An operator's word that its integrity class may be shown to everybody; gone when taken back. */
export const showsIntegrity = 'shows_integrity';

/** Accounts of one firm whose sheets are read, at most. */
const accounts_max = 200;

/** Firms that were taken in with their credit code, as the public may see them. */
export async function knownOperators(store: Store, now: Date): Promise<PublicOperator[]> {
  const firms = await store.as(systemActor, async (tx) =>
    tenantsNow(tx, now)
      .leftJoin('tenant_setting', (join) =>
        join
          .onRef('tenant_setting.tenant_id', '=', 'tenant.id')
          .on('tenant_setting.name', '=', showsIntegrity),
      )
      .select('value')
      .where('party', '=', 'operator')
      .where('credit_code', 'is not', null)
      .orderBy('id')
      .limit(limits.publications_shown_max)
      .execute(),
  );
  return await Promise.all(
    firms.map(async ({ id, name, credit_code, licence_number: number, licence_url, value }) => ({
      name,
      credit_code: credit_code ?? '',
      licence: number === null ? null : { number, url: licence_url },
      integrity: value === true ? await integrityOf(store, id) : null,
    })),
  );
}

async function integrityOf(store: Store, tenant_id: string): Promise<PublicOperator['integrity']> {
  const lowest = await lowestClass(store, tenant_id);
  return lowest === null ? null : { class: lowest, shown_by: 'consent', cite: null };
}

/** The lowest class of the firm's accounts; null where that of any cannot be told. */
export async function lowestClass(store: Store, tenant_id: string): Promise<IntegrityClass | null> {
  const claims = await store.as(systemActor, async ({ db }) =>
    db
      .selectFrom('operator_claim')
      .select(['platform_id', 'account'])
      .where('tenant_id', '=', tenant_id)
      .where('status', '=', 'confirmed')
      .execute(),
  );
  const inspected = await inspectionsOfClaims(store, claims, accounts_max);
  const classes = await store.as(systemActor, async (tx) => {
    const found: (IntegrityClass | null)[] = [];
    for (const { id, account } of inspected) {
      const facts = await factsIn(tx, id, account);
      if (facts !== null) found.push(integritySheet(facts).class);
    }
    return found;
  });
  const known = classes.filter((one) => one !== null);
  const lowest = known.toSorted().at(-1);
  return lowest === undefined || known.length < classes.length ? null : lowest;
}
