import type { Localised } from '../../../src/model/localised.ts';

export type Language = 'zh' | 'en';

/** A sentence, or two where English tells one from several; `{names}` are filled in. */
export type Wording = string | { readonly one: string; readonly other: string };

type Keyed<K extends string> = Readonly<Record<K, Wording>>;

/** All words of one page or part: the same keys in both languages. */
export interface Words<Z extends Keyed<string> = Keyed<string>> {
  readonly zh: Z;
  readonly en: Readonly<Record<keyof Z, Wording>>;
}

/** Holds both languages to the same keys: `words({ zh: { a: '甲' }, en: { a: 'A' } })`. */
export function words<const Z extends Keyed<string>>(both: {
  readonly zh: Z;
  readonly en: Readonly<Record<NoInfer<keyof Z>, Wording>>;
}): Words<Z> {
  return both;
}

/** The `{names}` of a text as a type. */
type NamesIn<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type TextOf<W> = W extends { readonly other: infer Other } ? Other : W;
type Given<W> = [NamesIn<TextOf<W>>] extends [never]
  ? []
  : [values: Readonly<Record<NamesIn<TextOf<W>>, string | number>>];

/** Says a text in the language chosen: `say('key')`, or `say('key', { count: 3 })`. */
export type Say<Z extends Keyed<string>> = <K extends keyof Z & string>(
  key: K,
  ...values: Given<Z[K]>
) => string;

/** What `Say` does; `one` is taken where the value called `count` is 1. */
export function sayIn<Z extends Keyed<string>>(both: Words<Z>, language: Language): Say<Z> {
  return (key, ...[values]) => {
    const wording: Wording = both[language][key];
    const given: Readonly<Record<string, string | number>> = values ?? {};
    const text =
      typeof wording === 'string'
        ? wording
        : Number(given['count']) === 1
          ? wording.one
          : wording.other;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(given[name] ?? whole));
  };
}

/** The one of two texts that a reader of a language reads. */
export function inLanguage(text: Localised, language: Language): string {
  return text[language];
}
