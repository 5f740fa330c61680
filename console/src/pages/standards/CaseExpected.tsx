import { useLanguage, useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { VerdictTag } from '../../parts/VerdictTag.tsx';
import { standardsWords } from '../../text/standards.ts';
import { needText } from '../orders/column-text.ts';
import type { ProvisionVersion } from './provision-version.ts';

type Expect = ProvisionVersion['cases'][number]['expect'];

interface Props {
  readonly expect: Expect;
  readonly finds: ProvisionVersion['finds'];
}

/** What has to come out of a case, subject by subject: the verdict, and what is said with it. */
export function CaseExpected({ expect, finds }: Props) {
  const say = useWords(standardsWords);
  const language = useLanguage();
  const { breach, cannot_tell, ok } = expect;
  const found =
    finds === 'fact' ? (
      <Tag tone="plain" sign="=">
        {say('case_holds')}
      </Tag>
    ) : (
      <VerdictTag verdict={finds} />
    );
  return (
    <PlainTable
      label={say('case_expected')}
      heads={[say('subject'), say('case_verdict'), say('case_with')]}
      rows={[
        ...breach.map((one, i) => ({
          key: `breach ${i}`,
          cells: [<bdi key="of">{one.subject}</bdi>, found, <With key="with" one={one} />],
        })),
        ...cannot_tell.map(({ subject, needs }, i) => ({
          key: `open ${i}`,
          cells: [
            <bdi key="of">{subject}</bdi>,
            <VerdictTag key="verdict" verdict="cannot_tell" />,
            needs === null ? '' : say('case_needs', { needs: needText(needs, language) }),
          ],
        })),
        ...ok.map((subject) => ({
          key: `ok ${subject}`,
          cells: [
            <bdi key="of">{subject}</bdi>,
            finds === 'fact' ? (
              <Tag key="verdict" tone="plain" sign="≠">
                {say('case_holds_not')}
              </Tag>
            ) : (
              <VerdictTag key="verdict" verdict="no_breach" />
            ),
            '',
          ],
        })),
      ]}
    />
  );
}

/** The day of the act and the evidence, as far as the case states them. */
function With({ one: { act_on, evidence } }: { readonly one: Expect['breach'][number] }) {
  const stated = [
    ...(act_on === undefined ? [] : [['act_on', act_on]]),
    ...Object.entries(evidence),
  ];
  return (
    <ul className="list">
      {stated.map(([name, value]) => (
        <li key={String(name)}>
          <code>{String(name)}</code> = <bdi>{value === null ? 'NULL' : String(value)}</bdi>
        </li>
      ))}
    </ul>
  );
}
