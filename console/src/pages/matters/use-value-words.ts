import { useMemo } from 'react';
import { useLanguage } from '../../app/language.ts';
import { matterFieldWords } from '../../text/matter-fields.ts';
import { matterValueWords } from '../../text/matter-values.ts';
import type { Wording } from '../../text/words.ts';

export interface ValueWords {
  readonly field: (name: string) => string;
  /** Words for an answer of a field; null where it is none of a list. */
  readonly value: (step: string, field: string, value: string) => string | null;
  readonly kind: (name: string) => string;
  readonly status: (name: string) => string;
}

/** Words for what steps of a kind hold; a kind's own come before those of all. */
export function useValueWords(kind: string): ValueWords {
  const language = useLanguage();
  return useMemo(() => {
    const fields: Readonly<Record<string, Wording>> = matterFieldWords[language];
    const values: Readonly<Record<string, Wording>> = matterValueWords[language];
    const said = (key: string): string | null => textIn(values, key);
    return {
      field: (name) => textIn(fields, `field_${name}`) ?? name,
      value: (step, field, value) =>
        said(`value_${kind}_${step}_${field}_${value}`) ?? said(`value_${field}_${value}`),
      kind: (name) => said(`kind_${name}`) ?? name,
      status: (name) => said(`status_${kind}_${name}`) ?? said(`status_${name}`) ?? name,
    };
  }, [language, kind]);
}

function textIn(texts: Readonly<Record<string, Wording>>, key: string): string | null {
  const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
  return typeof text === 'string' ? text : null;
}
