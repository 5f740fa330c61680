import { afterSaleRows } from './after-sales.ts';
import { planRows, planRuleRows } from './commission-plan.ts';
import { commissionRows, withdrawalRows } from './commissions.ts';
import { complaintRows } from './complaints.ts';
import { contentRows } from './contents.ts';
import { listingRows, priceEventRows, qualityEventRows } from './listings.ts';
import { agreementRows, trainingRows, verificationRows } from './live-duties.ts';
import { selectionCheckRows, sessionRows, streamerRows } from './live-rows.ts';
import { messageRows, prizeDrawRows, searchResultRows } from './marketing.ts';
import { accountLinkRows, memberRows } from './members.ts';
import { dataChangeRows, operatorRows, shopRows } from './operators.ts';
import { orderLineRows, orderRows, reviewRows, shipmentRows } from './order-rows.ts';
import { sponsorChangeRows } from './moves.ts';
import { authorityNoticeRows, infoRequestRows, measureRows, penaltyCaseRows } from './oversight.ts';
import { platformRows, ruleVersionRows, submissionRows } from './platform-rows.ts';
import { feeRows, renewalRows } from './renewals.ts';
import type { FilledTable, Row } from './row.ts';
import { groupBuyRows, shareRows } from './shares.ts';
import type { Tally } from './tally.ts';
import type { World } from './world.ts';

/** Every canonical table a source fills, row by row; the same rows however often they are asked. */
export const lawfulTables: {
  readonly [T in FilledTable]: (world: World, tally: Tally) => Iterable<Row<T>>;
} = {
  platform: platformRows,
  operator: operatorRows,
  shop: shopRows,
  member: memberRows,
  sponsor_change: sponsorChangeRows,
  account_link: accountLinkRows,
  verification: verificationRows,
  rule_version: ruleVersionRows,
  measure: measureRows,
  submission: submissionRows,
  plan: planRows,
  plan_rule: planRuleRows,
  fee: feeRows,
  commission: commissionRows,
  withdrawal: withdrawalRows,
  listing: listingRows,
  price_event: priceEventRows,
  content: contentRows,
  live_session: sessionRows,
  order: orderRows,
  order_line: orderLineRows,
  marketing_message: messageRows,
  renewal: renewalRows,
  prize_draw: prizeDrawRows,
  share: shareRows,
  group_buy: groupBuyRows,
  search_result: searchResultRows,
  shipment: shipmentRows,
  after_sale: afterSaleRows,
  review: reviewRows,
  complaint: complaintRows,
  quality_event: qualityEventRows,
  data_change: dataChangeRows,
  streamer: streamerRows,
  agreement: agreementRows,
  training: trainingRows,
  selection_check: selectionCheckRows,
  info_request: infoRequestRows,
  authority_notice: authorityNoticeRows,
  penalty_case: penaltyCaseRows,
};
