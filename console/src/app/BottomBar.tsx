import { EllipsisOutlined } from '@ant-design/icons';
import { NavLink } from 'react-router';
import { MenuButton } from '../parts/MenuButton.tsx';
import { shellWords } from '../text/shell.ts';
import styles from './BottomBar.module.css';
import { useLocalised, useWords } from './language.ts';
import { addressOf, useNav } from './use-nav.ts';

const places = 4;

/** On phones: four pages and the rest behind one more. */
export function BottomBar() {
  const say = useWords(shellWords);
  const local = useLocalised();
  const entries = useNav();
  const more = entries.length > places + 1 ? entries.slice(places) : [];
  const shown = more.length > 0 ? entries.slice(0, places) : entries;
  return (
    <nav aria-label={say('navigation')} className={styles['bar']}>
      {shown.map((page) => {
        const Icon = page.nav.icon;
        return (
          <NavLink
            key={page.path}
            to={addressOf(page)}
            end={page.path === '/'}
            className={styles['entry']}
          >
            <Icon />
            <span>{local(page.title)}</span>
          </NavLink>
        );
      })}
      {more.length > 0 && (
        <MenuButton
          label={say('more')}
          up
          className={styles['entry']}
          face={
            <>
              <EllipsisOutlined />
              <span>{say('more')}</span>
            </>
          }
        >
          {(close) =>
            more.map((page) => {
              const Icon = page.nav.icon;
              return (
                <NavLink key={page.path} to={addressOf(page)} role="menuitem" onClick={close}>
                  <Icon />
                  {local(page.title)}
                </NavLink>
              );
            })
          }
        </MenuButton>
      )}
    </nav>
  );
}
