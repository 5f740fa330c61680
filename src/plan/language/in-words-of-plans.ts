import type { IssueCode } from '../../model/issue.ts';
import type { Report } from '../../packs/diagnostic.ts';

const codes: Readonly<Partial<Record<IssueCode, IssueCode>>> = {
  'pack.bad_date': 'plan.bad_date',
  'pack.missing_key': 'plan.missing_key',
  'pack.unknown_key': 'plan.unknown_key',
  'pack.wrong_value': 'plan.wrong_value',
  'pack.yaml': 'plan.yaml',
};

/** The shapes of YAML are those of packs; what they report here is about a plan. */
export function inWordsOfPlans(report: Report): Report {
  return (code, ...rest) => report(codes[code] ?? code, ...rest);
}
