/** MySQL's names, where they differ from those a TextDecoder knows. */
const mysqlNames: Readonly<Record<string, string>> = {
  ascii: 'utf-8',
  big5hkscs: 'big5',
  binary: 'utf-8',
  cp850: 'windows-1252',
  cp932: 'shift_jis',
  cp1250: 'windows-1250',
  cp1251: 'windows-1251',
  cp1256: 'windows-1256',
  cp1257: 'windows-1257',
  eucjpms: 'euc-jp',
  euckr: 'euc-kr',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  greek: 'iso-8859-7',
  hebrew: 'iso-8859-8',
  koi8r: 'koi8-r',
  koi8u: 'koi8-u',
  latin1: 'windows-1252',
  latin2: 'iso-8859-2',
  latin5: 'windows-1254',
  latin7: 'iso-8859-13',
  sjis: 'shift_jis',
  tis620: 'windows-874',
  ucs2: 'utf-16be',
  ujis: 'euc-jp',
  utf8: 'utf-8',
  utf8mb3: 'utf-8',
  utf8mb4: 'utf-8',
  utf16: 'utf-16be',
  utf16le: 'utf-16le',
};

/** The WHATWG encoding of a name as MySQL or a user writes it; null when there is none. */
export function encodingOf(name: string): string | null {
  const lower = name.trim().toLowerCase();
  const label = mysqlNames[lower] ?? lower;
  try {
    // GB 18030 contains GBK and GB 2312: one decoder for the three.
    const { encoding } = new TextDecoder(label);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}

/** Bytes of the UTF-8 character that `lead` begins; 1 where it can begin none. */
export function sequenceLength(lead: number): number {
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  if (lead >= 0xe0) return lead <= 0xef ? 3 : 1;
  return lead >= 0xc2 ? 2 : 1;
}
