import type { LinkCutDecision } from '../../model/link-cut.ts';
import { linkKinds } from '../../model/link-kinds.ts';
import { fill } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import { visible } from '../show.ts';
import { texts } from '../texts.ts';

const ID_CHARS_MAX = 80;

/** The kinds of tie a decision is about, as words. */
export function cutKinds({ kinds }: LinkCutDecision): Localised {
  const docs = kinds.map((kind) => linkKinds[kind].doc);
  const joined = (lang: 'en' | 'zh'): string =>
    docs.map((doc) => doc[lang]).join(texts.comma[lang]);
  return { en: joined('en'), zh: joined('zh') };
}

/** Whom, or which value, a decision is about, in a sentence. */
export function cutOf({ account, other_account, link_key }: LinkCutDecision): Localised {
  const values = {
    account: visible(account ?? '', ID_CHARS_MAX),
    other: visible(other_account ?? '', ID_CHARS_MAX),
    key: visible(link_key ?? '', ID_CHARS_MAX),
  };
  const says =
    other_account !== null
      ? texts.cuts_of_accounts
      : account === null
        ? texts.cuts_of_value
        : texts.cuts_of_one;
  return { en: fill(says.en, values), zh: fill(says.zh, values) };
}
