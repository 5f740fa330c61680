/** A whole number with its thousands apart, alike in both languages. */
export function countText(count: number): string {
  return count.toLocaleString('en-US');
}
