import { Outlet } from 'react-router';
import { LookMenu } from './LookMenu.tsx';
import { PrismMark } from '../parts/PrismMark.tsx';
import styles from './OpenFrame.module.css';

/** Around pages that need no signing in. */
export function OpenFrame() {
  return (
    <div className={styles['frame']}>
      <header className={styles['head']}>
        <a className={styles['brand']} href="/console/">
          <PrismMark />
          <span>Polyprism</span>
        </a>
        <LookMenu />
      </header>
      <main id="main" className={styles['main']}>
        <Outlet />
      </main>
    </div>
  );
}
