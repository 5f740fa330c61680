import { goodsEn } from './goods-en.ts';
import type { Market } from './market.ts';
import { firstsEn, wordsEn } from './words-en.ts';

const RETURN_DAYS = 14;

/** The Union. Numbers and codes belong to no country; +999 is given to none. */
export const eu: Market = {
  packs: ['eu'],
  time_zone: 'Europe/Brussels',
  currency: 'EUR',
  utc: true,
  return_days: RETURN_DAYS,
  closing_notice_days: 31,
  tax_reports: 'yearly',
  return_exclusions: false,
  goods: goodsEn,
  firsts: firstsEn,
  cities: ['1000 Alderbrook', '2000 Fernhaven', '3000 Lindenau', '4000 Rowanville'],
  roads: ['Mill Lane', 'Bridge Street', 'Orchard Walk', 'Harbour Road'],
  words: wordsEn(
    {
      phone: (index) => `+999 ${String(index).padStart(9, '0')}`,
      contact: (index) => `shop-${index}@example.org`,
      companyNo: (index) => `ZZ${String(index).padStart(9, '0')}`,
      licenceNo: (kind, index) => `ZZ-${kind}-${index}`,
    },
    RETURN_DAYS,
  ),
};
