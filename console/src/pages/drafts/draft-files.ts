/** A file of a draft by its place in the pack. */
export interface DraftFile {
  readonly name: string;
  readonly text: string;
}

const provisionFile = /^provisions\/(?:.*\/)?([^/@]+)(?:@[^/]*)?\.(?:md|test\.yaml)$/;

/** Id of the provision a file is a version of, or has cases of; null for other files. */
export function provisionOf(name: string): string | null {
  return provisionFile.exec(name)?.[1] ?? null;
}

/** With a provision more: a copy of the one at hand, or of the first, under another id. */
export function withProvision(
  files: readonly DraftFile[],
  like: string | null,
  id: string,
): readonly DraftFile[] {
  const from = like ?? files.map(({ name }) => provisionOf(name)).find((one) => one !== null);
  if (from === null || from === undefined) return files;
  const copied = files.filter(({ name }) => provisionOf(name) === from);
  return [...files, ...renamed(copied, new Map([[from, id]]))];
}

/** What a provision of another pack takes, as the law library hands it out. */
export interface Copied {
  readonly files: readonly DraftFile[];
  /** Of provisions and term lists in them. */
  readonly ids: readonly string[];
}

/** What an id of another pack is called in this one. */
export function idInPack(id: string, pack: string): string {
  return `${pack}${id.slice(id.indexOf('.'))}`;
}

/** With a provision of another pack, under ids of this one; what is there already stays. */
export function withCopied(
  files: readonly DraftFile[],
  { files: copied, ids }: Copied,
): readonly DraftFile[] {
  const pack = packIdOf(files);
  const taken = new Set(files.map(({ name }) => name));
  const own = renamed(copied, new Map(ids.map((id) => [id, idInPack(id, pack)])));
  return [...files, ...own.filter(({ name }) => !taken.has(name))];
}

export function withoutProvision(files: readonly DraftFile[], id: string): readonly DraftFile[] {
  return files.filter(({ name }) => provisionOf(name) !== id);
}

/** The pack's id, as its head says it; empty where it says none. */
export function packIdOf(files: readonly DraftFile[]): string {
  const head = files.find(({ name }) => name === 'pack.yaml')?.text ?? '';
  return /^id:\s*["']?([\w.-]+)/m.exec(head)?.[1] ?? '';
}

/** Files in which ids have other names; an id that only begins or ends like one keeps its own. */
function renamed(
  files: readonly DraftFile[],
  ids: ReadonlyMap<string, string>,
): readonly DraftFile[] {
  const any = [...ids.keys()].map((id) => id.replaceAll(/[.]/g, '\\.')).join('|');
  const inText = new RegExp(`(?<![\\w.-])(?:${any})(?![\\w-]|\\.\\w)`, 'g');
  const inName = new RegExp(`(?<=/)(?:${any})(?=(?:@[^/]*)?\\.(?:md|test\\.yaml|yaml)$)`);
  const other = (id: string): string => ids.get(id) ?? id;
  return files.map(({ name, text }) => ({
    name: name.replace(inName, other),
    text: text.replaceAll(inText, other),
  }));
}
