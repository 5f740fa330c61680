import { shellWords } from '../text/shell.ts';
import { language, languages, useLanguage, useWords } from './language.ts';
import { look, useLook } from './look.ts';

/** Menu items that choose the language. */
export function LanguageItems() {
  const say = useWords(shellWords);
  const chosen = useLanguage();
  return (
    <>
      <p className="group">{say('language')}</p>
      {languages.map(({ value, name }) => (
        <button
          key={value}
          type="button"
          role="menuitemradio"
          aria-checked={value === chosen}
          lang={value === 'zh' ? 'zh-CN' : 'en'}
          onClick={() => language.set(value)}
        >
          {name}
        </button>
      ))}
    </>
  );
}

/** Menu items that choose light or dark. */
export function LookItems() {
  const say = useWords(shellWords);
  const chosen = useLook();
  const looks = [
    { value: 'system', name: say('look_system') },
    { value: 'light', name: say('look_light') },
    { value: 'dark', name: say('look_dark') },
  ] as const;
  return (
    <>
      <p className="group">{say('look')}</p>
      {looks.map(({ value, name }) => (
        <button
          key={value}
          type="button"
          role="menuitemradio"
          aria-checked={value === chosen}
          onClick={() => look.set(value)}
        >
          {name}
        </button>
      ))}
    </>
  );
}
