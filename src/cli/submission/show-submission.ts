import { fill } from '../../model/localised.ts';
import { grouped } from '../../report/show.ts';
import { owedReport } from '../../submissions/owed-reports.ts';
import type { Submission } from '../../submissions/prepare-submission.ts';
import { receiptDigest } from '../../submissions/receipt.ts';
import type { Language } from '../language.ts';

const texts = {
  zh: {
    head: '{title}（{report}），基准日 {on}\n报送：{recipient}',
    due: '报送期间 {opens_on} 至 {due_on}。',
    late: '报送期间 {opens_on} 至 {due_on}，已逾期。',
    in_time: '没有固定期间，应当及时报送。',
    part: '{title}：{lines} 条，其中齐全 {complete} 条。',
    missing: '  缺 {name}：{count} 条',
    differs: '  {name} 与身份文件不一致：{count} 条',
    unplaced: '另有 {count} 个主体未能归入名单，所缺数据：{needs}。',
    difference: '{title}与上次相比：新增 {added}，变更 {changed}，退出 {gone}，未变 {unchanged}。',
    kept: '回执摘要 {digest}；保存至 {kept}。',
    forever: '回执摘要 {digest}；保存期限没有规定，不自动删除。',
  },
  en: {
    head: '{title} ({report}) as of {on}\nTo: {recipient}',
    due: 'Due between {opens_on} and {due_on}.',
    late: 'Was due between {opens_on} and {due_on}: late.',
    in_time: 'No fixed time: due without delay.',
    part: '{title}: {lines} line(s), {complete} of them complete.',
    missing: '  {name} missing: {count}',
    differs: '  {name} differs from the file of identities: {count}',
    unplaced: '{count} more could be put into no list for want of {needs}.',
    difference:
      '{title} since the last: {added} added, {changed} changed, {gone} gone, ' +
      '{unchanged} as before.',
    kept: 'Receipt {digest}, kept until {kept}.',
    forever: 'Receipt {digest}; no text says how long it is kept, so it is not erased by itself.',
  },
} as const;

/** What was made, for the terminal. */
export function showSubmission({ receipt, difference }: Submission, lang: Language): string {
  const say = texts[lang];
  const report = owedReport(receipt.report);
  const { window, late, kept_until: kept, reference_on: on } = receipt;
  const recipient = report.recipient[lang];
  const lines = [fill(say.head, { title: report.title[lang], report: report.id, on, recipient })];
  lines.push(window ? fill(late ? say.late : say.due, { ...window }) : say.in_time);
  for (const part of report.parts) {
    const count = receipt.parts.find(({ name }) => name === part.name)!;
    const title = part.title[lang];
    const [all, complete] = [grouped(count.lines), grouped(count.complete)];
    lines.push(fill(say.part, { title, lines: all, complete }));
    for (const kind of ['missing', 'differs'] as const) {
      for (const { name, heading } of part.fields) {
        const found = count[kind][name];
        if (found === undefined) continue;
        lines.push(fill(say[kind], { name: heading[lang], count: grouped(found) }));
      }
    }
    const since = difference?.[part.name];
    if (!since) continue;
    const { added, changed, gone, unchanged } = since;
    const counts = { added: added.length, changed: changed.length, gone: gone.length, unchanged };
    lines.push(fill(say.difference, { title, ...counts }));
  }
  for (const [needs, count] of Object.entries(receipt.unplaced)) {
    lines.push(fill(say.unplaced, { needs, count: grouped(count) }));
  }
  const digest = receiptDigest(receipt);
  lines.push(kept === null ? fill(say.forever, { digest }) : fill(say.kept, { digest, kept }));
  return lines.join('\n');
}
