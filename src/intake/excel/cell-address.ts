/** Column index from 0 of a reference such as 'AB12'; -1 where it is none. */
export function columnOf(reference: string): number {
  let column = 0;
  let i = 0;
  for (; i < reference.length; i += 1) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > 16_384) return -1;
  }
  return i > 0 && i < reference.length ? column - 1 : -1;
}
