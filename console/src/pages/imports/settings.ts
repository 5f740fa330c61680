/** What an inspection is told beside its files; null or empty: as the data say. */
export interface Settings {
  readonly title: string;
  readonly packs: readonly string[];
  readonly as_of: string;
  readonly time_zone: string | null;
  readonly currency: string | null;
  readonly platform_id: string | null;
}

export const unset: Settings = {
  title: '',
  packs: ['cn'],
  as_of: '',
  time_zone: null,
  currency: null,
  platform_id: null,
};

/** As the route takes them. */
export function bodyOf(set: Settings, uploads: readonly string[], mapping: string | null) {
  const { as_of, time_zone, currency, platform_id } = set;
  return {
    title: set.title.trim(),
    uploads: [...uploads],
    packs: [...set.packs],
    ...(as_of !== '' && { as_of }),
    ...(time_zone !== null && { time_zone }),
    ...(currency !== null && { currency }),
    ...(platform_id !== null && { platform_id }),
    ...(mapping !== null && { mapping }),
  };
}
