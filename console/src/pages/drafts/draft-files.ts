import type { draftsRead } from '../../../../src/server/contract/drafts.ts';
import type { Good } from '../../api/call.ts';

export type DraftBody = Good<typeof draftsRead>['body'];
export type DraftFile = DraftBody['revision']['files'][number];

const provisionFile = /^(provisions\/(?:.*\/)?)([^/]+)\.md$/;

/** Id of the provision a file is the text of, or the cases of; null for other files. */
export function provisionOf(name: string): string | null {
  return provisionFile.exec(name.replace(/\.test\.yaml$/, '.md'))?.[2] ?? null;
}

/** With a provision more: a copy of the one at hand, or of the first, under another id. */
export function withProvision(
  files: readonly DraftFile[],
  like: string | null,
  id: string,
): readonly DraftFile[] {
  const from = like ?? files.map(({ name }) => provisionOf(name)).find((one) => one !== null);
  if (from === null || from === undefined) return files;
  const copied = files
    .filter(({ name }) => provisionOf(name) === from)
    .map(({ name, text }) => ({
      name: name.replace(`${from}.`, `${id}.`),
      text: text.replaceAll(from, id),
    }));
  return [...files, ...copied];
}

export function withoutProvision(files: readonly DraftFile[], id: string): readonly DraftFile[] {
  return files.filter(({ name }) => provisionOf(name) !== id);
}

/** The pack's id, as its head says it; empty where it says none. */
export function packIdOf(files: readonly DraftFile[]): string {
  const head = files.find(({ name }) => name === 'pack.yaml')?.text ?? '';
  return /^id:\s*["']?([\w.-]+)/m.exec(head)?.[1] ?? '';
}
