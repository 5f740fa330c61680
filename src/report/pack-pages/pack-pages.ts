import type { Pack, Provision } from '../../model/provision.ts';
import type { Example } from './example.ts';
import { indexPage } from './index-page.ts';
import { provisionPage } from './provision-page.ts';

/**
 * A pack as Markdown pages in both languages, by path: `zh/index.md`, `zh/<provision>.md` and the
 * same under `en/`. A function of the pack and its cases alone.
 */
export function packPages(
  pack: Pack,
  examplesOf: (provision: Provision) => readonly Example[],
): Map<string, string> {
  const pages = new Map<string, string>();
  const versions = [...Map.groupBy(pack.provisions, ({ id }) => id)];
  for (const language of ['en', 'zh'] as const) {
    pages.set(`${language}/index.md`, indexPage(pack, language));
    for (const [id, of] of versions) {
      pages.set(`${language}/${id}.md`, provisionPage(of, examplesOf, language));
    }
  }
  return pages;
}
