import { useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { standardsWords } from '../../text/standards.ts';
import type { ProvisionVersion } from './provision-version.ts';
import { useCiteText } from './use-cite-text.ts';
import { useDaysText } from './use-days-text.ts';
import { useFineText } from './use-fine-text.ts';

/** What may be imposed on acts of which days, where the law names an amount. */
export function Fine({ fine }: { readonly fine: NonNullable<ProvisionVersion['fine']> }) {
  const say = useWords(standardsWords);
  const daysText = useDaysText();
  const citeText = useCiteText();
  const fineText = useFineText();
  return (
    <PlainTable
      label={say('fine')}
      heads={[say('fine'), say('fine_days'), say('cite')]}
      rows={fine.values.map((range) => ({
        key: range.from,
        cells: [
          fineText(range, fine.currency),
          daysText(range),
          <bdi key="cite">{citeText(range.cite)}</bdi>,
        ],
      }))}
    />
  );
}
