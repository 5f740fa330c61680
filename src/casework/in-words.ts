import type { Issue } from '../model/issue.ts';
import type { MatterRules } from './rules.ts';

/** A refusal with the Chinese words of what it names, beside the names that programs know. */
export function inWords(rules: MatterRules, issue: Issue): Issue {
  const params: Record<string, string | number> = { ...issue.params };
  for (const [name, value] of Object.entries(issue.params)) {
    const word = wordOf(rules, name);
    if (word && typeof value === 'string') params[`${name}_zh`] = word(value) ?? value;
  }
  return { ...issue, params };
}

const sides: Readonly<Record<string, string>> = {
  owner: '承办机构',
  applicant: '提出方',
  subject: '当事人',
  helper: '协助方',
  regulator: '监管部门',
  association: '行业协会',
  platform: '平台',
  operator: '经营者',
  consumer: '消费者',
};

const proposals: Readonly<Record<string, string>> = {
  propose: '提请',
  approve: '批准',
  reject: '驳回',
  retract: '撤回提请',
};

type Word = (name: string) => string | undefined;

/** What says in Chinese what a parameter of that name names; null where it names nothing here. */
function wordOf({ title, steps, statuses, clocks }: MatterRules, param: string): Word | null {
  switch (param) {
    case 'kind':
      return () => title.zh;
    case 'step':
    case 'first':
      return (name) => own(steps, name)?.verb.zh ?? own(proposals, name);
    case 'status':
      return (name) => own(statuses, name)?.title.zh;
    case 'clock':
      return (names) => {
        const words = names.split(', ').map((name) => own(clocks, name)?.title.zh ?? name);
        return words.join('、');
      };
    case 'mark':
      return (name) =>
        Object.values(steps).find(({ marks }) => marks.some((mark) => mark.name === name))?.title
          .zh;
    case 'span':
      return (name) =>
        Object.values(steps).find(({ span }) => span?.name === name && span.does === 'begin')?.title
          .zh;
    case 'face':
    case 'party':
      return (name) => own(sides, name);
    default:
      return null;
  }
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
