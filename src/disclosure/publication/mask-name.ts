/** Surnames of two characters, the common ones; other names have one. */
const doubleSurnames = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 ' +
    '公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 令狐 百里 呼延 东郭 南门 西门'
  ).split(' '),
);

/**
 * The name of a natural person as decisions are published: the surname, and 某 for every further
 * character (张三 → 张某, 欧阳小丽 → 欧阳某某). Of names in other scripts the first letter of each
 * word; of a name of one character nothing but 某.
 */
export function maskName(name: string): string {
  const trimmed = name.toWellFormed().trim();
  if (!/^[\p{Script=Han}·]+$/u.test(trimmed)) return initials(trimmed);
  const [first = '', ...others] = trimmed.split('·');
  if (others.length > 0) return `${[...first][0] ?? ''}某·${others.map(() => '某').join('·')}`;
  const characters = [...first];
  const surname = characters.length > 2 && doubleSurnames.has(characters.slice(0, 2).join(''));
  const kept = surname ? 2 : characters.length > 1 ? 1 : 0;
  return characters.slice(0, kept).join('') + '某'.repeat(characters.length - kept);
}

function initials(name: string): string {
  const words = name.split(/[\s\p{P}]+/u).filter((word) => word !== '');
  return words.length === 0 ? '某' : words.map((word) => `${[...word][0] ?? ''}.`).join(' ');
}
