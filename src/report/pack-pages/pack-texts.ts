import type { Localised } from '../../model/localised.ts';

/** The fixed words of a pack's pages; what reports say as well is in `texts`. */
export const packTexts = {
  article: { en: 'Article', zh: '条文' },
  articles: { en: 'Articles', zh: '条文数' },
  case: { en: 'Case', zh: '用例' },
  clean: { en: 'Meets', zh: '符合' },
  coverage: { en: 'Coverage', zh: '条文覆盖' },
  coverage_articles: {
    en: 'Articles: {articles}, of {laws} laws and rules.',
    zh: '条文 {articles} 条，出自法律法规 {laws} 部。',
  },
  coverage_note: {
    en: 'Each article this pack knows of, what tests it, and why no further.',
    zh: '本标准包所知的每一条文、由哪些条款测试，以及为何止于此。',
  },
  coverage_provisions: {
    en: 'Provisions: {provisions}, with {cases} test cases.',
    zh: '条款 {provisions} 个，测试用例 {cases} 个。',
  },
  digest: { en: 'Digest', zh: '摘要' },
  duty: { en: 'Duty', zh: '义务' },
  examples: { en: 'Examples', zh: '示例' },
  examples_note: {
    en: 'Its own test cases: what the data say, and what the test makes of it.',
    zh: '即该条款自身的测试用例：给定数据与判断结果。',
  },
  from_to: { en: 'In force', zh: '施行期间' },
  given: { en: 'Data', zh: '数据' },
  index_note: {
    en: 'Every article that a provision puts to the test, the provisions, and their status.',
    zh: '按条文列出对应的条款及其状态。',
  },
  judged_on: { en: 'Judged as of', zh: '判断日' },
  meaning: { en: 'Meaning', zh: '含义' },
  name: { en: 'Name', zh: '名称' },
  none: { en: 'none', zh: '无' },
  not_met: { en: 'Does not meet', zh: '不符合' },
  open: { en: 'Cannot tell', zh: '无法判断' },
  open_end: { en: 'today', zh: '今' },
  ours: { en: 'the author’s choice, not in the law', zh: '编写者设定，非法定' },
  publisher: { en: 'Publisher', zh: '发布者' },
  reason: { en: 'Reason', zh: '理由' },
  related: { en: 'See also', zh: '相关条款' },
  source: { en: 'Where it stands', zh: '出处' },
  status: { en: 'Status', zh: '状态' },
  test: { en: 'Test', zh: '测试' },
  undecided_test: { en: 'Cannot tell when', zh: '无法判断的情形' },
  value: { en: 'Value', zh: '取值' },
  version: { en: 'Version', zh: '版本' },
  versions: { en: 'Versions', zh: '各版本' },
} as const satisfies Record<string, Localised>;
