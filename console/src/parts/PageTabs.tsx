import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import styles from './PageTabs.module.css';

interface Tab {
  readonly to: string;
  readonly title: string;
  readonly isChosen: boolean;
}

/** The parts of a page, each an address of its own. */
export function PageTabs({
  label,
  tabs,
}: {
  readonly label: string;
  readonly tabs: readonly Tab[];
}) {
  return (
    <nav className={styles['tabs']} aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <PageTab key={tab.to} {...tab} />
        ))}
      </ul>
    </nav>
  );
}

/** On phones the tabs scroll inside their own line: the chosen one is brought into sight. */
function PageTab({ to, title, isChosen }: Tab) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const line = item.current?.parentElement;
    if (isChosen && item.current && line) line.scrollLeft = item.current.offsetLeft - 16;
  }, [isChosen]);
  return (
    <li ref={item}>
      <Link to={to} {...(isChosen && { 'aria-current': 'page' as const })}>
        {title}
      </Link>
    </li>
  );
}
