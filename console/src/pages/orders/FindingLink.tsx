import { Link } from 'react-router';
import { findingsList } from '../../../../src/server/contract/findings.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { ordersWords } from '../../text/orders.ts';
import type { LifeRow } from './life-days.ts';

interface Props {
  readonly inspection_id: string;
  readonly row: LifeRow;
  readonly judgement: LifeRow['judged'][number];
}

/** To the page of the finding an inspection made of it; none where the row was judged now. */
export function FindingLink({ inspection_id, row, judgement }: Props) {
  const say = useWords(ordersWords);
  const { finding_id, provision } = judgement;
  const query = { inspection_id, provision, subject_table: row.table, subject_id: row.id };
  const { data } = useAsked(findingsList, { query }, { enabled: finding_id !== null });
  const found = data?.items.find((one) => one.finding_id === finding_id);
  if (found === undefined) return null;
  return <Link to={`/findings/${encodeURIComponent(found.id)}`}>{say('to_finding')}</Link>;
}
