import { useCallback } from 'react';
import { grouped } from '../../../../src/model/money-text.ts';
import { useLanguage, useWords } from '../../app/language.ts';
import { standardsWords } from '../../text/standards.ts';

interface Range {
  /** 0 where the law names no least. */
  readonly min: number;
  /** null where it names no most. */
  readonly max: number | null;
}

/** The range of a fine, in whole units of a currency. */
export function useFineText(): (range: Range, currency: string) => string {
  const say = useWords(standardsWords);
  const language = useLanguage();
  return useCallback(
    ({ min, max }: Range, currency: string) => {
      const amount = (value: number): string =>
        language === 'zh' && currency === 'CNY'
          ? `${grouped(value)} 元`
          : `${currency} ${grouped(value)}`;
      if (max === null) return say('fine_from', { min: amount(min) });
      if (min === 0) return say('fine_to', { max: amount(max) });
      return say('fine_between', { min: amount(min), max: amount(max) });
    },
    [say, language],
  );
}
