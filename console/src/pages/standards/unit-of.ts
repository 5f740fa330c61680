/** Units of parameters; packs also write some of them with a blank, or as several. */
const units = [
  'complaint',
  'day',
  'euro_cent',
  'feature',
  'fen',
  'ground',
  'level',
  'month',
  'order',
  'pattern',
  'percent',
  'person',
  'review',
  'sale',
  'second',
  'star',
  'third',
  'us_cent',
  'word',
  'working_day',
  'year',
] as const;

/** The unit a pack means; undefined where nobody knows it. */
export function unitOf(code: string): (typeof units)[number] | undefined {
  const plain = code.replaceAll(' ', '_');
  return units.find((one) => one === plain || `${one}s` === plain);
}
