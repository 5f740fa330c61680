import { complaintsBody, filesBody } from '../../../disclosure/pages/plain-bodies.ts';
import { indexBody } from '../../../disclosure/pages/index-body.ts';
import { operatorsBody } from '../../../disclosure/pages/operators-page.ts';
import type { PageName } from '../../../disclosure/pages/page-texts.ts';
import { publicPage, publicPolicy } from '../../../disclosure/pages/public-page.ts';
import type { Language } from '../../../disclosure/pages/public-page.ts';
import { recordList } from '../../../disclosure/pages/record-article.ts';
import { lookUp } from '../../../disclosure/operators/look-up.ts';
import type { PublicationKind } from '../../../model/publication.ts';
import type { Markup } from '../../../report/html/markup.ts';
import { publicPageRead, publicRoot } from '../../contract/public.ts';
import { languageOf } from '../../http/language-of.ts';
import { knownOperators } from '../../publications/known-operators.ts';
import { handle } from '../../server.ts';
import type { Server } from '../../server.ts';
import { shownNow } from './shown-now.ts';

const kinds: Readonly<Partial<Record<PageName, PublicationKind>>> = {
  decisions: 'decision',
  measures: 'measure',
  recalls: 'recall',
  draws: 'draw',
};

async function bodyOf(
  server: Server,
  language: Language,
  page: PageName,
  asked: string | undefined,
): Promise<Markup> {
  if (page === 'complaints') return complaintsBody(language);
  if (page === 'files') return filesBody(language);
  const { on, all } = await shownNow(server);
  if (page === 'index') return indexBody(language, all, on);
  if (page === 'operators') {
    const records = all.map(({ record }) => record);
    const known = asked === undefined ? [] : await knownOperators(server.store, server.now());
    const found = asked === undefined ? [] : lookUp(asked, known, records, on);
    return operatorsBody(language, asked ?? null, found);
  }
  return recordList(
    language,
    all.filter(({ record }) => record.kind === kinds[page]),
    2,
  );
}

const page = handle(publicPageRead)(async ({ server, asked }) => {
  const { language, page } = asked.params;
  const body = await bodyOf(server, language, page, asked.query.asked);
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language === 'zh' ? 'zh-CN' : 'en',
      'content-security-policy': publicPolicy,
      'cache-control': 'public, max-age=60',
    },
    bytes: new Blob([publicPage(language, page, body)]).stream(),
  };
});

const root = handle(publicRoot)(async ({ request }) => ({
  status: 303,
  headers: {
    location: `/public/${languageOf(request.accept_language)}/index`,
    vary: 'accept-language',
  },
}));

export const pageHandlings = [root, page];
