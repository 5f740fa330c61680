import { useSession } from '../api/session.ts';
import { isFor, pages } from './pages.ts';
import type { Page } from './pages.ts';

export type NavPage = Page & { readonly nav: NonNullable<Page['nav']> };

/** The pages in the navigation of this session. */
export function useNav(): readonly NavPage[] {
  const session = useSession();
  return pages.filter((page): page is NavPage => page.nav !== undefined && isFor(page, session));
}

/** Where a page is when nothing more is chosen: without its `:names`. */
export function addressOf({ path }: Page): string {
  return path.replace(/\/:.*$/, '') || '/';
}
