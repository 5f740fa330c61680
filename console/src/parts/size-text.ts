const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** Bytes as people say them: `999 B`, `12.3 MB`; a unit is 1,000 of the one before. */
export function sizeText(bytes: number): string {
  let [value, at] = [bytes, 0];
  while (value >= 999.95 && at < units.length - 1) {
    value /= 1000;
    at += 1;
  }
  return `${at === 0 ? value : value.toFixed(1)} ${units[at]}`;
}
