import { compareText } from '../../model/issue.ts';
import type { BagFile } from './bag-file.ts';
import type { DigestName } from './bag-paths.ts';

/** A manifest as `sha256sum` writes it: digest, two spaces, path; sorted by path. */
export function manifestText(files: readonly BagFile[], digest: DigestName): string {
  return files
    .toSorted((a, b) => compareText(a.path, b.path))
    .map((file) => `${file[digest]}  ${file.path}\n`)
    .join('');
}

/** Path → digest; null when the text is not one of ours: a line of another form, or twice. */
export function readManifest(text: string, digest: DigestName): Map<string, string> | null {
  const listed = new Map<string, string>();
  const form = digest === 'sha256' ? /^([0-9a-f]{64}) {2}(.+)$/ : /^([0-9a-f]{128}) {2}(.+)$/;
  if (text !== '' && !text.endsWith('\n')) return null;
  let before = '';
  for (const line of text.split('\n').slice(0, -1)) {
    const [, hex, path] = form.exec(line) ?? [];
    if (hex === undefined || path === undefined || compareText(before, path) >= 0) return null;
    listed.set(path, hex);
    before = path;
  }
  return listed;
}
