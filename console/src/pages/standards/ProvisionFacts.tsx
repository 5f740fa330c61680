import { useLanguage, useWords } from '../../app/language.ts';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import { StageTag } from '../../parts/StageTag.tsx';
import { standardsWords } from '../../text/standards.ts';
import { ProvisionLinks } from './ProvisionLinks.tsx';
import type { ProvisionVersion } from './provision-version.ts';
import styles from './Standards.module.css';
import { subjectText } from './subject-text.ts';
import { useCodeWords } from './use-code-words.ts';
import { useDaysText } from './use-days-text.ts';

/** What kind of provision it is, in short. */
export function ProvisionFacts({ version }: { readonly version: ProvisionVersion }) {
  const say = useWords(standardsWords);
  const language = useLanguage();
  const daysText = useDaysText();
  const { bearersText, jurisdictionText } = useCodeWords();
  const { related } = version;
  return (
    <section className={styles['part']}>
      <dl className={styles['facts']}>
        <dt>{say('in_force')}</dt>
        <dd>{daysText(version.in_force)}</dd>
        <dt>{say('jurisdiction')}</dt>
        <dd>{jurisdictionText(version.jurisdiction)}</dd>
        <dt>{say('stage')}</dt>
        <dd>
          <StageTag stage={version.stage} />
        </dd>
        <dt>{say('severity')}</dt>
        <dd>
          <SeverityTag severity={version.severity} />
        </dd>
        <dt>{say('finds')}</dt>
        <dd>{say(`finds_${version.finds}`)}</dd>
        <dt>{say('maturity')}</dt>
        <dd>{say(`maturity_${version.status}`)}</dd>
        <dt>{say('subject')}</dt>
        <dd>
          {/* English calls a table what its code does. */}
          {subjectText(version.subject, language)}{' '}
          {language === 'zh' && <code className="soft">{version.subject}</code>}
        </dd>
        <dt>{say('bearer')}</dt>
        <dd>{bearersText(version.duty_bearer)}</dd>
        <dt>{say('file')}</dt>
        <dd>
          <code>{version.file}</code>
        </dd>
        {related.length > 0 && (
          <>
            <dt>{say('related')}</dt>
            <dd>
              <ProvisionLinks standard={version.standard} ids={related} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
