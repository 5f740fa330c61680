import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useLanguage, useWords } from '../../app/language.ts';
import { publicWords } from '../../text/public.ts';
import styles from './PublicSheet.module.css';

interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
  /** Beside it on wide screens, below it on telephones. */
  readonly aside?: ReactNode;
}

/** A page for everyone: the way to the others, title, and a sheet in the middle. */
export function PublicSheet({ title, lead, children, aside }: Props) {
  return (
    <div className={styles['page']}>
      <PublicNav />
      <header className={styles['head']}>
        <h1>{title}</h1>
        {lead !== undefined && <p className="soft">{lead}</p>}
      </header>
      <div className={aside === undefined ? styles['single'] : styles['columns']}>
        <div className={styles['sheet']}>{children}</div>
        {aside !== undefined && <aside className={styles['aside']}>{aside}</aside>}
      </div>
    </div>
  );
}

/** The pages of the console for everyone, and those the server writes by itself. */
function PublicNav() {
  const say = useWords(publicWords);
  const language = useLanguage();
  return (
    <nav className={styles['nav']} aria-label={say('nav')}>
      <ul>
        <li>
          <NavLink to="/public/complain">{say('complain')}</NavLink>
        </li>
        <li>
          <NavLink to="/public/status">{say('status')}</NavLink>
        </li>
        <li>
          <a href={`/public/${language}/index`}>{say('records')}</a>
        </li>
        <li>
          <a href={`/public/${language}/operators`}>{say('look_up')}</a>
        </li>
        <li>
          <a href={`/public/${language}/complaints`}>{say('how')}</a>
        </li>
        <li>
          <NavLink to="/public/files">{say('files')}</NavLink>
        </li>
        <li>
          <NavLink to="/public/standards">{say('standards')}</NavLink>
        </li>
        <li>
          <NavLink to="/public/verify">{say('verify')}</NavLink>
        </li>
      </ul>
    </nav>
  );
}
