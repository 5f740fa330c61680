import type { Localised } from '../../model/localised.ts';
import { candidatesFor } from './assign-columns.ts';
import type { AssignedRole } from './assign-roles.ts';
import { contained } from './reference-tests.ts';
import type { Survey, SurveyedTable } from './survey.ts';

export const orderPayments: Localised = {
  en: 'payments of orders, which the orders state themselves',
  zh: '订单的支付记录，订单表已载明',
};

/** Whether payments name the orders they are for: then they are no fees of members. */
export async function paysOrders(
  survey: Survey,
  source: SurveyedTable,
  assigned: readonly AssignedRole[],
): Promise<boolean> {
  const named = (table: SurveyedTable, profiles: Awaited<ReturnType<SurveyedTable['profiles']>>) =>
    ['order_id', 'order_no'].flatMap((column) =>
      candidatesFor('order', column, table, profiles)
        .filter(({ score }) => score >= 0.8)
        .map(({ raw }) => raw),
    );
  const own = new Set(named(source, await source.profiles()));
  for (const { table, source: orders } of assigned) {
    if (table !== 'order') continue;
    for (const key of new Set(named(orders, await orders.profiles()))) {
      const hits = await contained(survey.engine, source.table, [...own], orders.table, key);
      for (const { column, meant, contained: found } of hits.values()) {
        const alike = column.toLowerCase().includes('order') || column.includes('单');
        if (alike && meant > 0 && found >= 0.8 * meant) return true;
      }
    }
  }
  return false;
}
