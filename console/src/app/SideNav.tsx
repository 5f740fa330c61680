import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { useSyncExternalStore } from 'react';
import { NavLink } from 'react-router';
import { PrismMark } from '../parts/PrismMark.tsx';
import { shellWords } from '../text/shell.ts';
import { useLocalised, useWords } from './language.ts';
import styles from './SideNav.module.css';
import { stored } from './stored.ts';
import { addressOf, useNav } from './use-nav.ts';

const width = stored(
  'polyprism.navigation',
  ['wide', 'narrow'],
  () => 'wide',
  () => undefined,
);

/** At the side, from 992 px on; folds to its symbols. */
export function SideNav() {
  const say = useWords(shellWords);
  const local = useLocalised();
  const entries = useNav();
  const isNarrow = useSyncExternalStore(width.subscribe, width.get) === 'narrow';
  const folding = say(isNarrow ? 'expand' : 'collapse');
  return (
    <nav
      aria-label={say('navigation')}
      className={`${styles['nav']} ${isNarrow ? styles['narrow'] : ''}`}
    >
      <NavLink to="/" className={styles['brand']} aria-label="Polyprism">
        <PrismMark size={24} />
        {!isNarrow && <span>Polyprism</span>}
      </NavLink>
      <ul>
        {entries.map((page) => {
          const Icon = page.nav.icon;
          const title = local(page.title);
          return (
            <li key={page.path}>
              <NavLink
                to={addressOf(page)}
                end={page.path === '/'}
                className={styles['entry']}
                title={isNarrow ? title : undefined}
                aria-label={title}
              >
                <Icon />
                {!isNarrow && <span>{title}</span>}
              </NavLink>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className={styles['fold']}
        aria-label={folding}
        title={folding}
        onClick={() => width.set(isNarrow ? 'wide' : 'narrow')}
      >
        {isNarrow ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        {!isNarrow && <span>{folding}</span>}
      </button>
    </nav>
  );
}
