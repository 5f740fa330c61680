import { Link } from 'react-router';
import type { UsedEdition } from '../../../src/model/used-edition.ts';
import { publicEditions } from '../../../src/server/contract/editions.ts';
import { useAsked } from '../api/use-asked.ts';
import { useWords } from '../app/language.ts';
import { tagWords } from '../text/tags.ts';

interface Props {
  readonly standard: UsedEdition;
}

/** A published standard something was judged by: which version, by whom, and where it is read. */
export function StandardLink({ standard: { edition_id, standard, version, publisher } }: Props) {
  const say = useWords(tagWords);
  const { data } = useAsked(publicEditions, { query: { standard } });
  const edition = data?.items.find(({ id }) => id === edition_id);
  const text = <bdi>{say('edition', { standard, version, publisher })}</bdi>;
  if (edition === undefined) return text;
  return <Link to={`/public/standards/${encodeURIComponent(edition.proposal_id)}`}>{text}</Link>;
}
