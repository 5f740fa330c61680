import { articleText } from '../../../src/model/article-text.ts';
import type { Localised as Text } from '../../../src/model/localised.ts';
import { useLanguage } from '../app/language.ts';

export interface Cite {
  readonly law: Text;
  readonly article: string;
  readonly url?: string | null | undefined;
}

/** The articles something rests on, each with its law. */
export function CiteList({ cites }: { readonly cites: readonly Cite[] }) {
  const language = useLanguage();
  return (
    <ul className="list">
      {cites.map(({ law, article, url }) => {
        const text =
          language === 'zh'
            ? `《${law.zh.replaceAll(/[《》]/g, '')}》${articleText(article).zh}`
            : `${law.en}, ${article}`;
        return (
          <li key={`${law.zh} ${article}`}>
            {url === null || url === undefined || !/^https?:/.test(url) ? (
              <bdi>{text}</bdi>
            ) : (
              <a href={url} rel="noreferrer external" target="_blank">
                <bdi>{text}</bdi>
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
