import { PrismMark } from '../parts/PrismMark.tsx';
import { SearchBox } from './SearchBox.tsx';
import styles from './TopBar.module.css';
import { UserMenu } from './UserMenu.tsx';

/** Above every page: search, and who one is. */
export function TopBar() {
  return (
    <header className={styles['bar']}>
      <span className={styles['mark']}>
        <PrismMark size={24} />
      </span>
      <SearchBox />
      <UserMenu />
    </header>
  );
}
