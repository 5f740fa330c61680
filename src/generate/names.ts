import type { Random } from './random.ts';

const firsts = ['晨', '云', '星', '禾', '竹', '沐', '岚', '溪', '舟', '橙', '梨', '棠', '霁', '鹿'];
const seconds = ['小铺', '同学', '妈妈', '优选', '手作', '日记', '生活', '杂货', '的店', '阿姨'];

/** A nickname put together from parts that belong to nobody. */
export function nickname(random: Random, no: number): string {
  return `${random.pick(firsts)}${random.pick(firsts)}${random.pick(seconds)}${no % 1_000}`;
}

/** Eleven digits no operator hands out to people: 199-0000-xxxx for the first ten thousand. */
export function phone(no: number): string {
  return no < 10_000
    ? `1990000${String(no).padStart(4, '0')}`
    : `100${String(no).padStart(8, '0')}`;
}

/** Minor units as the decimal text malls keep. */
export function yuan(minor: number): string {
  const sign = minor < 0 ? '-' : '';
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Seconds since 1970 of a Chinese wall-clock time, given as a date and seconds into the day. */
export function chinaTime(date: string, seconds = 0): number {
  return Date.parse(`${date}T00:00:00+08:00`) / 1000 + seconds;
}

export const DAY_S = 86_400;
