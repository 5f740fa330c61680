/**
 * Blanks what stands before the host of every address in a text: a password may hold `@`, `/`
 * and `:`, so everything from the scheme to the last `@` goes, and a password with a space in it
 * may leave its tail only where no `@` follows.
 */
export function maskPasswords(text: string): string {
  return text
    .replaceAll(/([a-z][a-z0-9+.-]*:\/\/)[^\n'"]*@/gi, '$1***@')
    .replaceAll(/([?&](?:password|passwd|pwd)=)[^&\s'"]*/gi, '$1***');
}
