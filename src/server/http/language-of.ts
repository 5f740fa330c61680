/** zh or en, whichever Accept-Language prefers; zh where it names neither (RFC 9110, 12.5.4). */
export function languageOf(header: string | undefined): 'zh' | 'en' {
  const wanted = (header ?? '').slice(0, 500).split(',').map(rangeOf);
  const best = (tag: string): number =>
    Math.max(0, ...wanted.filter((range) => range.tag === tag).map((range) => range.weight));
  return best('en') > best('zh') ? 'en' : 'zh';
}

function rangeOf(text: string): { readonly tag: string; readonly weight: number } {
  const [range = '', ...parameters] = text.split(';');
  const stated = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='));
  const weight = stated === undefined ? 1 : Number(stated.slice(2));
  const tag = range.trim().toLowerCase().split('-')[0] ?? '';
  return { tag, weight: weight >= 0 && weight <= 1 ? weight : 0 };
}
