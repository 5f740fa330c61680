/** A text in the two languages every user-facing sentence exists in. */
export interface Localised {
  readonly en: string;
  readonly zh: string;
}

/** Fills `{name}` placeholders; a name without a value stays visible rather than vanishing. */
export function fill(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([a-z0-9_]+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined || value === null ? whole : String(value);
  });
}

/** A text filled in both languages; a value may be of both itself. */
export function fillBoth(
  text: Localised,
  values: Readonly<Record<string, Localised | string | number>>,
): Localised {
  const of = (lang: keyof Localised): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'object' ? value[lang] : value,
      ]),
    );
  return { en: fill(text.en, of('en')), zh: fill(text.zh, of('zh')) };
}
