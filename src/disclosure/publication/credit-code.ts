const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Is this a unified social credit code (GB 32100-2015): 18 characters, the last a check of the
 * others (weights 3^i mod 31)?
 */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return false;
  let weight = 1;
  let sum = 0;
  for (const character of text.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] === text[17];
}

/** Is this a resident's number (GB 11643-1999): 17 digits with a day of birth, and a check? */
export function isResidentNumber(text: string): boolean {
  if (!/^\d{6}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(text))
    return false;
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += Number(text[i]) * 2 ** (17 - i);
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}
