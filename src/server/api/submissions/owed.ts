import { windowOf } from '../../../submissions/window.ts';
import type { OwedReport } from '../../../submissions/owed-report.ts';
import { isOwedUnder, owedReports } from '../../../submissions/owed-reports.ts';
import { addDays, addMonths } from '../../../model/days.ts';
import { noLaw } from '../../../casework/law.ts';
import type { Law } from '../../../casework/law.ts';
import type { Localised } from '../../../model/localised.ts';
import { jurisdictionOf } from '../../law-of.ts';
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
  const { actor } = signedIn(call);
  const body = await server.store.as(actor, async (tx) => {
    const { on } = await momentOf(tx, actor.tenant_id, server.now());
    const jurisdiction = await jurisdictionOf(tx, actor.tenant_id, on);
    const law = server.laws.get(jurisdiction) ?? noLaw;
    const reports = owedReports.filter(({ id }) => isOwedUnder(jurisdiction, id));
    const items = [];
    for (const report of reports) {
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
    const notice = reports.length === 0 ? namesNone : null;
    return { today: on, jurisdiction, notice, items };
  });
  return { status: 200, body };
});

/** Said instead of an empty list: that none is listed does not mean that none is owed. */
const namesNone: Localised = {
  zh: '本法域的标准包未列出应报送的报告；是否负有报送义务，请以当地法律为准。',
  en: 'The pack of this jurisdiction names no reports; whether any are owed, its law says.',
};

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
