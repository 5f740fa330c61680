/** Words passwords are made of again and again, in English, in pinyin, and of this program. */
const words = (
  'password passwort passcode secret letmein welcome login admin administrator root user guest ' +
  'test master manager system server default change changeme monkey dragon princess sunshine ' +
  'shadow superman batman football baseball basketball iloveyou love lucky happy freedom flower ' +
  'summer winter spring autumn monday friday january december computer internet google apple ' +
  'michael jordan jessica ashley daniel charlie thomas hello world whatever trustno starwars ' +
  'woaini aini zhongguo china beijing shanghai mima wangluo wode nihao qwer asdf zxcv jianguan ' +
  'shichang huawei taobao tencent weixin zhang wang liu chen yang polyprism prism correct horse ' +
  'battery staple'
)
  .split(' ')
  .toSorted((a, b) => b.length - a.length);

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', 'abcdefghijklmnopqrstuvwxyz'];
const columns = ['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm'];

const look_alikes: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '!': 'i',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
};

/** What must remain, once everything that is tried first is taken out. */
const own_chars_min = 6;

/**
 * Is a password made of what is tried first: common words also in look-alike spelling, walks over
 * the keyboard, counting, dates, repetition, or what is known of its user?
 */
export function isGuessable(password: string, known: readonly string[]): boolean {
  const plain = password.toLowerCase();
  const folded = [...plain].map((char) => look_alikes[char] ?? char).join('');
  const about = known.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const taken = [...about.filter((word) => word.length >= 3), ...words];
  return [plain, folded].some((text) => ownChars(text, taken) < own_chars_min);
}

/** Distinct characters left over. */
function ownChars(text: string, taken: readonly string[]): number {
  let left = text;
  for (const word of taken) left = left.replaceAll(word, ' ');
  left = left.replaceAll(/(19|20)\d\d([01]?\d[0-3]?\d)?/g, ' ');
  for (const column of columns) left = left.replaceAll(column, ' ');
  for (const row of rows) {
    left = withoutRuns(withoutRuns(left, row), [...row].toReversed().join(''));
  }
  return new Set(left.replaceAll(/\s/g, '')).size;
}

/** A text without stretches of three and more that stand in a row. */
function withoutRuns(text: string, row: string): string {
  let left = text;
  for (let size = row.length; size >= 3; size -= 1) {
    for (let at = 0; at + size <= row.length; at += 1) {
      left = left.replaceAll(row.slice(at, at + size), ' ');
    }
  }
  return left;
}
