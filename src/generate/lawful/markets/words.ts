/** What the rows of a lawful platform say in the language of its market; nobody named exists. */
export interface Words {
  readonly platform: string;
  /** Title of the n-th version of the platform's rules, from 1. */
  rules(n: number): string;
  readonly plan: {
    readonly name: string;
    readonly statement: string;
    readonly leader: string;
    readonly promoter: string;
    readonly member: string;
  };
  phone(index: number): string;
  contact(index: number): string;
  /** What a registered operator is registered under. */
  companyNo(index: number): string;
  licenceNo(kind: 'food' | 'cosmetics', index: number): string;
  operator(kind: string, first: string, trade: string, index: number): string;
  address(city: string, road: string, number: number): string;
  shop(first: string, trade: string, index: number): string;
  liveRoom(first: string, index: number): string;
  goods(first: string, title: string): string;
  /** What is said of goods, named first. */
  aboutGoods(title: string, text: string): string;
  manufacturer(trade: string): string;
  responsible(trade: string): string;
  session(trade: string, n: number): string;
  /** Basis stated of a reduction. */
  readonly basis: string;
  readonly after_sale: {
    readonly no_reason: string;
    readonly unshipped: string;
    readonly faulty: string;
    readonly missing: string;
    readonly size: string;
    readonly excluded: string;
    readonly late: string;
  };
  readonly complaint: {
    readonly description: string;
    readonly elsewhere: string;
    readonly dispute: string;
  };
  readonly measure_reason: string;
  /** Why a member was moved to another recruiter. */
  readonly move_reason: string;
  readonly incentive: string;
  readonly posts: readonly string[];
  readonly articles: readonly string[];
  /** Three pieces of a live session. */
  readonly said: readonly string[];
  readonly carriers: readonly string[];
  readonly praise: readonly string[];
  readonly doubts: readonly string[];
}
