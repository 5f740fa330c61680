import { inspectionsAccounting } from '../../../../src/server/contract/accounting.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { AccountingView } from './AccountingView.tsx';
import { ResultLinks } from './ResultLinks.tsx';

interface Props {
  readonly id: string;
  readonly findings: number | null;
}

/** What came of an inspection that is done. */
export function InspectionResult({ id, findings }: Props) {
  const { data, error, refetch } = useAsked(inspectionsAccounting, {
    params: { inspection_id: id },
  });
  return (
    <>
      <ResultLinks id={id} findings={findings} />
      {error !== null && <Failed error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loading lines={12} />}
      {data !== undefined && <AccountingView accounting={data} />}
    </>
  );
}
