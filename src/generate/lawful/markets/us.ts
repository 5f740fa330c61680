import { goodsEn } from './goods-en.ts';
import type { Market } from './market.ts';
import { firstsEn, wordsEn } from './words-en.ts';

/** No law asks for it; the shops of the platform promise it. */
const RETURN_DAYS = 30;

/** The United States. No area code is 000, and no employer's number begins with 00. */
export const us: Market = {
  packs: ['us'],
  time_zone: 'America/New_York',
  currency: 'USD',
  utc: true,
  return_days: RETURN_DAYS,
  closing_notice_days: 1,
  tax_reports: 'yearly',
  return_exclusions: true,
  goods: goodsEn,
  firsts: firstsEn,
  cities: ['Alderbrook', 'Fernhaven', 'Lindenfield', 'Rowanville'],
  roads: ['Mill Lane', 'Bridge Street', 'Orchard Avenue', 'Harbor Road'],
  words: wordsEn(
    {
      phone: (index) => `+1 000 ${String(index).padStart(7, '0')}`,
      contact: (index) => `shop-${index}@example.com`,
      companyNo: (index) => `00-${String(index).padStart(7, '0')}`,
      licenceNo: (kind, index) => `${kind.toUpperCase()}-00-${index}`,
    },
    RETURN_DAYS,
  ),
};
