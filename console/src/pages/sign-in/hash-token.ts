/** What a one-time link carries behind its `#`, which no server is sent: `#token=…`, `#link=…`. */
export function hashToken(name: 'token' | 'link'): string | null {
  return new URLSearchParams(location.hash.slice(1)).get(name);
}
