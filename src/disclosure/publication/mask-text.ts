import { isCreditCode, isResidentNumber } from './credit-code.ts';
import { maskName } from './mask-name.ts';

/** A text fit to be published, and how much of each kind was taken out of it. */
export interface Masked {
  readonly text: string;
  readonly removed: Readonly<Record<RemovedKind, number>>;
}

export const removedKinds = ['name', 'address', 'mail', 'number'] as const;
export type RemovedKind = (typeof removedKinds)[number];

/** What stands where something was. */
const gap = '＊＊＊';

/** 住址：… up to the end of the clause. */
const namedAddress = new RegExp(
  '((?:家庭|现|户籍|常住|居住)?' +
    '(?:住址|住所地?|地址|住在|户籍地|居住地|home address|address)' +
    String.raw`\s*(?:[:：为在]|is)?\s*)[^，。；,;\n（）()]+`,
  'giu',
);

const places = String.raw`(?:[\p{Script=Han}]{1,12}?(?:省|自治区|市|区|县|旗|镇|乡|街道)){0,5}`;
const street = String.raw`[\p{Script=Han}]{1,12}(?:路|街|巷|道|弄|村|庄|里|园|苑|小区|花园|大厦)`;
const unit = '(?:号院?|号楼|弄|栋|幢|座|组|单元|楼|室|房|层|户)';

/** …路12号3栋501室, with the place names before it. */
const streetNumber = new RegExp(
  places + street + String.raw`\s*\d[\d\s\-甲乙丙之]*${unit}(?:\s*[A-Za-z\d-]+\s*${unit})*`,
  'gu',
);

/** 64 before the sign (RFC 5321, 4.5.3.1.1): else a search would start at every letter anew. */
const mail = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g;

/** Digits of a number somebody has: separated by nothing, spaces or hyphens. */
const longNumber = /(?<![0-9A-Za-z])\+?(?:\d[ -]?){6,63}[\dXx](?![0-9A-Za-z])|\d{64,}/g;

/** Anything that could be a code of a firm is looked at before it is taken for a number. */
const codeLike = /(?<![0-9A-Za-z])[0-9A-Z]{18}(?![0-9A-Za-z])/g;

/**
 * Takes out of a text what points to natural persons: the names given are masked in the customary
 * way; resident, telephone, card and account numbers, addresses and mail addresses go. Credit
 * codes of firms, amounts with a unit and dates stay. A net with known meshes: whoever publishes
 * still reads what is published.
 */
export function maskText(text: string, persons: readonly string[]): Masked {
  const removed: Record<RemovedKind, number> = { name: 0, address: 0, mail: 0, number: 0 };
  const drop = (kind: RemovedKind): string => {
    removed[kind] += 1;
    return gap;
  };
  let open = text.toWellFormed().normalize('NFC');
  const codes: string[] = [];
  open = open.replace(codeLike, (code) => {
    if (!isCreditCode(code) || isResidentNumber(code)) return code;
    codes.push(code);
    return `\u{f0000}${codes.length - 1}\u{f0001}`;
  });
  open = open.replace(mail, () => drop('mail'));
  open = open.replace(namedAddress, (_, label: string) => label + drop('address'));
  open = open.replace(streetNumber, () => drop('address'));
  open = open.replace(longNumber, (number, at: number, whole: string) =>
    isHarmless(number, whole.slice(0, at), whole.slice(at + number.length))
      ? number
      : drop('number'),
  );
  for (const person of persons.toSorted((a, b) => b.length - a.length)) {
    const name = person.trim();
    if (name === '') continue;
    removed.name += open.split(name).length - 1;
    open = open.replaceAll(name, maskName(name));
  }
  const restored = open.replace(
    /\u{f0000}(\d+)\u{f0001}/gu,
    (_, i: string) => codes[Number(i)] ?? '',
  );
  return { text: restored, removed };
}

/** A calendar date, the number of a decision after its year, an amount before its unit. */
function isHarmless(number: string, before: string, after: string): boolean {
  if (/〔\d{4}〕第?$/.test(before) && after.startsWith('号')) return true;
  if (/^(?:(?:19|20)\d{2}-\d{2}-\d{2}[ -]?)+$/.test(number)) return true;
  return !number.startsWith('+') && /^\s?(?:元|万元|分|件|人|笔|单|fen|yuan|CNY|EUR)/.test(after);
}
