import type { Pack, Provision } from '../../model/provision.ts';
import { coveragePage } from './coverage-page.ts';
import { deadlinesPage } from './deadlines-page.ts';
import type { Example } from './example.ts';
import { indexPage } from './index-page.ts';
import { provisionPage } from './provision-page.ts';

/**
 * A pack as Markdown pages in both languages, by path: `zh/index.md`, `zh/coverage.md` where the
 * pack says how far it goes, `zh/deadlines.md` where it has any, `zh/<provision>.md`, and the
 * same under `en/`. A function of the pack
 * and its cases alone.
 */
export function packPages(
  pack: Pack,
  examplesOf: (provision: Provision) => readonly Example[],
): Map<string, string> {
  const pages = new Map<string, string>();
  const versions = [...Map.groupBy(pack.provisions, ({ id }) => id)];
  const cases = pack.provisions.reduce((sum, one) => sum + examplesOf(one).length, 0);
  for (const language of ['en', 'zh'] as const) {
    pages.set(`${language}/index.md`, indexPage(pack, language));
    if (pack.coverage.length > 0) {
      pages.set(`${language}/coverage.md`, coveragePage(pack, cases, language));
    }
    if (pack.deadlines.length > 0) {
      pages.set(`${language}/deadlines.md`, deadlinesPage(pack, language));
    }
    for (const [id, of] of versions) {
      pages.set(`${language}/${id}.md`, provisionPage(of, examplesOf, language));
    }
  }
  return pages;
}
