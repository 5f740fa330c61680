import { Radio } from 'antd';
import { language, languages, useLanguage, useWords } from '../../app/language.ts';
import { Section } from '../../parts/Section.tsx';
import { accountWords } from '../../text/account.ts';
import type { Language } from '../../text/words.ts';

export function LanguageChoice() {
  const say = useWords(accountWords);
  const chosen = useLanguage();
  return (
    <Section title={say('language')} lead={say('language_lead')}>
      <Radio.Group
        aria-label={say('language')}
        value={chosen}
        onChange={(event) => language.set(event.target.value as Language)}
        options={languages.map(({ value, name }) => ({ value, label: name }))}
      />
    </Section>
  );
}
