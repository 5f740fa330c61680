/** An address of the console itself, never of anybody else. */
export function returnAddress(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : '/';
}
