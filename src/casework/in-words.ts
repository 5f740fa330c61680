import type { Issue } from '../model/issue.ts';
import type { MatterRules } from './rules.ts';

/** A refusal with the Chinese words of what it names, beside the names that programs know. */
export function inWords(rules: MatterRules, issue: Issue): Issue {
  const params: Record<string, string | number> = { ...issue.params };
  for (const [name, word] of Object.entries(wordsOf(rules))) {
    const value = issue.params[name];
    if (typeof value === 'string') params[`${name}_zh`] = word(value) ?? value;
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

function wordsOf({ title, steps, statuses, clocks }: MatterRules): Record<string, Word> {
  const step: Word = (name) =>
    own(steps, name)?.verb.zh ?? (Object.hasOwn(proposals, name) ? proposals[name] : undefined);
  const side: Word = (name) => (Object.hasOwn(sides, name) ? sides[name] : undefined);
  return {
    kind: () => title.zh,
    step,
    first: step,
    status: (name) => own(statuses, name)?.title.zh,
    clock: (names) => {
      const words = names.split(', ').map((name) => own(clocks, name)?.title.zh ?? name);
      return words.join('、');
    },
    mark: (name) =>
      Object.values(steps).find(({ marks }) => marks.some((mark) => mark.name === name))?.title.zh,
    span: (name) =>
      Object.values(steps).find(({ span }) => span?.name === name && span.does === 'begin')?.title
        .zh,
    face: side,
    party: side,
  };
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
