import { Link } from 'react-router';
import { articleText } from '../../../src/model/article-text.ts';
import type { Localised as Text } from '../../../src/model/localised.ts';
import { useLanguage, useWords } from '../app/language.ts';
import { tagWords } from '../text/tags.ts';

export interface Cite {
  readonly law: Text;
  readonly article: string;
  readonly url?: string | null | undefined;
}

interface Props<C extends Cite> {
  readonly cites: readonly C[];
  /** What is said of each beside it. */
  readonly note?: (cite: C) => string;
  /** Page of the provision that rests on them: there the article leads first, then to the law. */
  readonly to?: string | null;
}

/** The articles something rests on, each with its law. */
export function CiteList<C extends Cite>({ cites, note, to = null }: Props<C>) {
  const language = useLanguage();
  const say = useWords(tagWords);
  return (
    <ul className="list">
      {cites.map((cite) => {
        const { law, article, url } = cite;
        const text =
          language === 'zh'
            ? `《${law.zh.replaceAll(/[《》]/g, '')}》${articleText(article).zh}`
            : `${law.en}, ${article}`;
        const outside = url && /^https?:/.test(url) ? url : null;
        return (
          <li key={`${law.zh} ${article}`}>
            {to === null ? (
              <Outside url={outside}>{text}</Outside>
            ) : (
              <Link to={to}>
                <bdi>{text}</bdi>
              </Link>
            )}
            {to !== null && outside !== null && (
              <>
                {' '}
                <Outside url={outside}>{say('law_text')}</Outside>
              </>
            )}
            {note !== undefined && <span className="soft"> {note(cite)}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function Outside({ url, children }: { readonly url: string | null; readonly children: string }) {
  const text = <bdi>{children}</bdi>;
  if (url === null) return text;
  return (
    <a href={url} rel="noreferrer external" target="_blank">
      {text}
    </a>
  );
}
