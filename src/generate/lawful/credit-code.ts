const digits = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * A unified social credit code whose check digit is right (GB 32100-2015) and whose division,
 * 990000, is no place: nobody has it.
 */
export function creditCode(index: number): string {
  const body = `91990000MA${String(index).padStart(7, '0')}`;
  let sum = 0;
  let weight = 1;
  for (const char of body) {
    sum += digits.indexOf(char) * weight;
    weight = (weight * 3) % 31;
  }
  return body + digits[(31 - (sum % 31)) % 31]!;
}
