import { windowOf } from '../../../submissions/window.ts';
import type { OwedReport } from '../../../submissions/owed-report.ts';
import { owedReports } from '../../../submissions/owed-reports.ts';
import { addDays, addMonths } from '../../../model/days.ts';
import { noLaw } from '../../../casework/law.ts';
import type { Law } from '../../../casework/law.ts';
import { submissionsOwed } from '../../contract/submissions.ts';
import { momentOf } from '../../moment-of.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { receiptRows, submissionRow } from './submission-shape.ts';

interface Days {
  readonly opens_on: string;
  readonly due_on: string;
}

/** The window a day is in, or the next; null where it is due case by case, or not yet in force. */
function windowAt(report: OwedReport, on: string, { deadlines, calendar }: Law): Days | null {
  const found = windowOf(report, on, deadlines, calendar);
  if (found === null || found.opens_on < report.in_force_from) return null;
  return { opens_on: found.opens_on, due_on: found.due_on };
}

/** The one that ended last before this one opens: half a year back lies in its month or before. */
function windowBefore(report: OwedReport, { opens_on }: Days, law: Law): Days | null {
  for (let back = 1; back <= 12; back += 1) {
    const found = windowAt(report, addMonths(opens_on, -back), law);
    if (found !== null && found.due_on < opens_on) return found;
  }
  return null;
}

const owed = handle(submissionsOwed)(async (call) => {
  const { server } = call;
  // Every report there is so far is owed under Chinese law.
  const law = server.laws.get('cn') ?? noLaw;
  const { actor } = signedIn(call);
  const body = await server.store.as(actor, async (tx) => {
    const { on } = await momentOf(tx, actor.tenant_id, server.now());
    const items = [];
    for (const report of owedReports) {
      const rows = await receiptRows(tx, actor)
        .where('tenant_id', '=', actor.tenant_id)
        .where('report', '=', report.id)
        .where('at', '>', `${addDays(on, -731)}T00:00:00.000Z`)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      const done = (days: Days | null): boolean =>
        days !== null && rows.some(({ opens_on }) => opens_on === days.opens_on);
      const window = windowAt(report, on, law);
      const before = window && windowBefore(report, window, law);
      const { id, title, recipient, cites } = report;
      items.push({
        report: id,
        title,
        recipient,
        cites: cites.map(({ law, article }) => ({ law, article })),
        window,
        state: stateOf(window, done(window), on),
        missed: before !== null && !done(before) ? before : null,
        last: rows[0] === undefined ? null : submissionRow(rows[0]),
      });
    }
    return { today: on, items };
  });
  return { status: 200, body };
});

function stateOf(
  window: Days | null,
  done: boolean,
  on: string,
): 'not_open' | 'open' | 'submitted' | 'in_time' {
  if (window === null) return 'in_time';
  if (done) return 'submitted';
  return on < window.opens_on ? 'not_open' : 'open';
}

export const owedHandlings = [owed];
