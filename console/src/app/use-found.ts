import { mattersList } from '../../../src/server/contract/matters.ts';
import { useSession } from '../api/session.ts';
import { useAsked } from '../api/use-asked.ts';
import { useLanguage } from './language.ts';
import { isFor, pages } from './pages.ts';
import { addressOf } from './use-nav.ts';
import { workers } from './who.ts';

export interface Found {
  readonly what: 'page' | 'matter';
  readonly to: string;
  readonly title: string;
}

const matters_max = 8;

/** Pages whose name in either language has the text, then matters that have its words. */
export function useFound(text: string): readonly Found[] {
  const session = useSession();
  const language = useLanguage();
  const matterPage = pages.find(({ path }) => path === '/matters/:id');
  const seesMatters = workers(session) || session.party === 'consumer';
  const { data } = useAsked(
    mattersList,
    { query: { q: text, limit: matters_max } },
    { enabled: text.length > 1 && matterPage !== undefined && seesMatters, keep: true },
  );
  if (text === '') return [];
  const wanted = text.toLowerCase();
  const named = pages
    .filter((page) => page.who !== 'anyone' && isFor(page, session) && !isOfOne(page.path))
    .filter(({ title }) => `${title.zh} ${title.en}`.toLowerCase().includes(wanted))
    .map((page): Found => ({ what: 'page', to: addressOf(page), title: page.title[language] }));
  const matters = (text.length > 1 ? (data?.items ?? []) : []).map((row): Found => ({
    what: 'matter',
    to: `/matters/${row.id}`,
    title: row.title ?? row.kind_title[language],
  }));
  return [...named, ...matters];
}

/** A page about one object has to be told which. */
function isOfOne(path: string): boolean {
  return /\/:\w+(?!\?|\w)/.test(path);
}
