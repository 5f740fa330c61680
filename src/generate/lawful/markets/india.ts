import { goodsEn } from './goods-en.ts';
import type { Market } from './market.ts';
import { firstsEn, wordsEn } from './words-en.ts';

/** Promised by the shops; the rules ask for terms of return and set no number of days. */
const RETURN_DAYS = 30;

/** India. Subscriber numbers begin with 6 to 9, so none begins with 0. */
export const india: Market = {
  packs: ['in'],
  time_zone: 'Asia/Kolkata',
  currency: 'INR',
  utc: true,
  return_days: RETURN_DAYS,
  closing_notice_days: 31,
  tax_reports: 'quarterly',
  return_exclusions: true,
  goods: goodsEn,
  firsts: firstsEn,
  cities: ['000001 Alderbrook', '000002 Fernhaven', '000003 Lindenpur', '000004 Rowanabad'],
  roads: ['Mill Lane', 'Bridge Street', 'Orchard Road', 'Harbour Road'],
  words: wordsEn(
    {
      phone: (index) => `+91 0${String(index).padStart(9, '0')}`,
      contact: (index) => `shop-${index}@example.net`,
      companyNo: (index) => `IN-00-${String(index).padStart(7, '0')}`,
      licenceNo: (kind, index) => `IN-${kind}-00-${index}`,
    },
    RETURN_DAYS,
  ),
};
