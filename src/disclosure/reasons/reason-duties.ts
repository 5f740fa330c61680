import type { Localised } from '../../model/localised.ts';
import type { StatementOfReasons } from './statement-of-reasons.ts';

/** Whose duties: Orders 37 and 116 of SAMR, or the Digital Services Act. */
export type ReasonLaw = 'cn' | 'eu';

/** One thing a statement must say, and where the law says so. */
export interface ReasonDuty {
  readonly law: ReasonLaw;
  readonly field: string;
  readonly what: Localised;
  readonly cite: Localised;
  readonly meets: (statement: StatementOfReasons) => boolean;
}

const order37: Localised = {
  zh: '网络交易监督管理办法（第37号令）第三十条',
  en: 'SAMR Order 37, art. 30',
};
const order116: Localised = {
  zh: '网络交易平台规则监督管理办法（第116号令）第十九条',
  en: 'SAMR and CAC Order 116, art. 19',
};
const dsa = (point: string): Localised => ({
  zh: `欧盟《数字服务法》第17条${point}`,
  en: `Digital Services Act, art. 17${point}`,
});

const said = (text: string | null): boolean => text !== null && text.trim() !== '';

const hasEnd = ({ ends_on, open_ended }: StatementOfReasons): boolean =>
  ends_on !== null ? open_ended !== true : open_ended === true;

/** A ground is complete with its place; a rule also with the version that was in force. */
const hasGrounds = ({ grounds }: StatementOfReasons): boolean =>
  grounds.length > 0 &&
  grounds.every(
    ({ kind, title, article, version, why }) =>
      said(title) && said(article) && said(why) && (kind === 'law' || said(version)),
  );

const offers = ({ redress }: StatementOfReasons, kinds: readonly string[]): boolean =>
  kinds.every((kind) => redress.some((way) => way.kind === kind && said(way.how)));

/** A machine that decides alone owes a person to whoever asks for one. */
const personOffered = (one: StatementOfReasons): boolean =>
  one.decided_by_machine === false ||
  (one.decided_by_machine === true && one.person_on_request === true);

const toldInTime = ({ told_on, effective_on, decided_on }: StatementOfReasons): boolean => {
  const from = effective_on ?? decided_on;
  return told_on !== null && from !== null && told_on <= from;
};

const what = {
  measure: { zh: '采取了何种措施', en: 'what was done' },
  scope: { zh: '措施及于哪个店铺、直播间、商品或者账号', en: 'what it was done to' },
  term: { zh: '期限：截止日或者长期有效，二者择一', en: 'until when: a last day, or until lifted' },
  facts: { zh: '所依据的事实', en: 'the facts relied on' },
  grounds: {
    zh: '依据的法律条款，或者平台规则及其版本，以及适用理由',
    en: 'the law, or the rule with its version, each with its article and why it applies',
  },
  machine: { zh: '发现与决定是否由程序作出', en: 'whether a machine found it and decided it' },
} satisfies Record<string, Localised>;

/** Order 37 art. 30 (what is published), Order 116 art. 19 (reasons, appeal, a person). */
const chinese: readonly Omit<ReasonDuty, 'law'>[] = [
  {
    field: 'decided_on',
    what: { zh: '作出决定的日期', en: 'the day of the decision' },
    cite: order37,
    meets: ({ decided_on }) => decided_on !== null,
  },
  { field: 'measure', what: what.measure, cite: order37, meets: (one) => said(one.measure) },
  { field: 'scope', what: what.scope, cite: order37, meets: (one) => said(one.scope) },
  { field: 'ends_on', what: what.term, cite: order37, meets: hasEnd },
  { field: 'facts', what: what.facts, cite: order116, meets: (one) => said(one.facts) },
  { field: 'grounds', what: what.grounds, cite: order116, meets: hasGrounds },
  {
    field: 'found_by_machine',
    what: what.machine,
    cite: order116,
    meets: (one) => one.found_by_machine !== null && one.decided_by_machine !== null,
  },
  {
    field: 'person_on_request',
    what: { zh: '程序决定的，当事人可以要求人工判定', en: 'a person for whoever asks for one' },
    cite: order116,
    meets: personOffered,
  },
  {
    field: 'redress',
    what: { zh: '向平台申诉的途径', en: 'how to appeal to the platform' },
    cite: order116,
    meets: (one) => offers(one, ['platform']),
  },
];

/** Art. 17(2) and the points of art. 17(3); art. 24(5) sends the same to the public database. */
const european: readonly Omit<ReasonDuty, 'law'>[] = [
  {
    field: 'told_on',
    what: { zh: '告知日，不晚于限制生效之日', en: 'told no later than it takes effect' },
    cite: dsa('(2)'),
    meets: toldInTime,
  },
  { field: 'measure', what: what.measure, cite: dsa('(3)(a)'), meets: (one) => said(one.measure) },
  { field: 'scope', what: what.scope, cite: dsa('(3)(a)'), meets: (one) => said(one.scope) },
  {
    field: 'territory',
    what: { zh: '适用地域', en: 'where it holds' },
    cite: dsa('(3)(a)'),
    meets: (one) => said(one.territory),
  },
  { field: 'ends_on', what: what.term, cite: dsa('(3)(a)'), meets: hasEnd },
  { field: 'facts', what: what.facts, cite: dsa('(3)(b)'), meets: (one) => said(one.facts) },
  {
    field: 'source',
    what: {
      zh: '因通知、因有关机关还是自行发现',
      en: 'after a notice, an authority, or by itself',
    },
    cite: dsa('(3)(b)'),
    meets: ({ source }) => source !== null,
  },
  {
    field: 'found_by_machine',
    what: what.machine,
    cite: dsa('(3)(c)'),
    meets: (one) => one.found_by_machine !== null && one.decided_by_machine !== null,
  },
  { field: 'grounds', what: what.grounds, cite: dsa('(3)(d)-(e)'), meets: hasGrounds },
  {
    field: 'redress',
    what: {
      zh: '平台内部投诉、庭外争端解决和司法救济的途径',
      en: 'internal complaint, out-of-court settlement, and court',
    },
    cite: dsa('(3)(f)'),
    meets: (one) => offers(one, ['platform', 'out_of_court', 'court']),
  },
];

export const reasonDuties: readonly ReasonDuty[] = [
  ...chinese.map((duty) => ({ law: 'cn' as const, ...duty })),
  ...european.map((duty) => ({ law: 'eu' as const, ...duty })),
];
