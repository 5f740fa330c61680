/** An instant on the viewer's clock: to the minute, and to the second with the zone. */
export function instantText(at: Date): { readonly short: string; readonly exact: string } {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const minute = `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
  const ahead_min = -at.getTimezoneOffset();
  const [sign, size_min] = [ahead_min < 0 ? '-' : '+', Math.abs(ahead_min)];
  const zone = `UTC${sign}${two(Math.floor(size_min / 60))}:${two(size_min % 60)}`;
  return { short: minute, exact: `${minute}:${two(at.getSeconds())} ${zone}` };
}
