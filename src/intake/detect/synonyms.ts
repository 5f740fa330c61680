import { afterSynonyms } from './synonyms-after.ts';
import { marketSynonyms } from './synonyms-market.ts';
import { memberSynonyms } from './synonyms-member.ts';
import { moneySynonyms } from './synonyms-money.ts';
import { sellingSynonyms } from './synonyms-selling.ts';
import type { SynonymTables } from './synonym-types.ts';

/** What every canonical column is called in the wild. */
export const synonyms: SynonymTables = {
  ...memberSynonyms,
  ...sellingSynonyms,
  ...moneySynonyms,
  ...afterSynonyms,
  ...marketSynonyms,
};
