import { GlobalOutlined } from '@ant-design/icons';
import { MenuButton } from '../parts/MenuButton.tsx';
import { shellWords } from '../text/shell.ts';
import { useWords } from './language.ts';
import { LanguageItems, LookItems } from './LookItems.tsx';

/** Language and appearance, where there is no user menu. */
export function LookMenu() {
  const say = useWords(shellWords);
  const label = `${say('language')} · ${say('look')}`;
  return (
    <MenuButton
      label={label}
      face={
        <>
          <GlobalOutlined />
          <span className="sr">{label}</span>
        </>
      }
    >
      {() => (
        <>
          <LanguageItems />
          <LookItems />
        </>
      )}
    </MenuButton>
  );
}
