import type { EventAnswer } from '../../../live/event-inbox.ts';
import { describeIssue } from '../../../model/issue.ts';

/** What the sender of events is told, in the words of the contract. */
export function shownAnswers(answers: readonly EventAnswer[]) {
  return { items: answers.map(shown) };
}

function shown(answer: EventAnswer) {
  const { index, id } = answer;
  if (answer.status === 'refused') {
    const { field, issue } = answer;
    const why = { field, code: issue.code, ...describeIssue(issue) };
    return { index, id, status: 'refused' as const, position: null, ...why };
  }
  const status = answer.status === 'known' ? ('duplicate' as const) : answer.status;
  const sound = { field: null, code: null, en: null, zh: null };
  return { index, id, status, position: answer.position, ...sound };
}
