import type { BagFile } from '../bag/bag-file.ts';
import { bag_paths, declaration_text, digest_names } from '../bag/bag-paths.ts';
import { manifestText, readManifest } from '../bag/manifest.ts';
import { oxumOf } from '../bag/tag-files.ts';
import { utf8Text } from '../bytes.ts';
import { tag_manifest_paths, tag_paths, tooLarge } from './bag-source.ts';
import type { BagSource, ReadBag } from './bag-source.ts';
import { broken, kept } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Whether this is a bag as Polyprism makes it, before a byte of it is hashed. */
export function checkForm(source: BagSource): Outcome {
  const names = new Set(source.entries.map(({ path }) => path));
  if (names.has(bag_paths.fetch)) return broken('form', 'fetch', [bag_paths.fetch]);
  const own = names.has(bag_paths.matter)
    ? [bag_paths.events, bag_paths.checkpoint]
    : [bag_paths.report, bag_paths.inspection, bag_paths.findings];
  const needed = [...tag_paths, ...tag_manifest_paths, ...own];
  const missing = needed.filter((path) => !names.has(path));
  if (missing.length > 0) return broken('form', 'no_bag', missing);
  const large = tooLarge(source);
  return large.length > 0 ? broken('form', 'too_large', large) : kept('form');
}

/** Digests of the payload, which of it is missing or extra, and the tag files. */
export function checkFiles({ files, contents }: ReadBag): Outcome[] {
  const payload = [...files.values()].filter(({ path }) => path.startsWith('data/'));
  const tags = [...files.values()].filter(({ path }) => !path.startsWith('data/'));
  const listed = tags.filter(({ path }) => !tag_manifest_paths.includes(path));
  return [
    ...compared(payload, contents, bag_paths.manifests, ['payload', 'complete']),
    checkTags(listed, payload, contents),
  ];
}

function checkTags(
  listed: readonly BagFile[],
  payload: readonly BagFile[],
  contents: ReadBag['contents'],
): Outcome {
  const known = new Set([...tag_paths, bag_paths.seal]);
  const extra = listed.filter(({ path }) => !known.has(path)).map(({ path }) => path);
  if (extra.length > 0) return broken('tags', 'extra', extra);
  const [same, whole] = compared(listed, contents, bag_paths.tag_manifests, ['tags', 'tags']);
  const flaw = [same, whole].find((one) => one?.state === 'broken');
  if (flaw) return flaw;
  if (textOf(contents, bag_paths.declaration) !== declaration_text)
    return broken('tags', 'malformed', [bag_paths.declaration]);
  if (!textOf(contents, bag_paths.info).includes(`\nPayload-Oxum: ${oxumOf(payload)}\n`))
    return broken('tags', 'disagrees', [bag_paths.info]);
  return kept('tags', listed.length);
}

/** What both manifests say of files, as [the same bytes, none missing and none extra]. */
function compared(
  files: readonly BagFile[],
  contents: ReadBag['contents'],
  manifests: Readonly<Record<(typeof digest_names)[number], string>>,
  [same, whole]: readonly [Outcome['promise'], Outcome['promise']],
): [Outcome, Outcome] {
  const changed = new Set<string>();
  const [missing, extra] = [new Set<string>(), new Set<string>()];
  const there = new Map(files.map((file) => [file.path, file]));
  for (const digest of digest_names) {
    const text = textOf(contents, manifests[digest]);
    if (text === manifestText(files, digest)) continue;
    const listed = readManifest(text, digest);
    if (!listed) {
      const flaw = broken(same, 'malformed', [manifests[digest]]);
      return [flaw, { ...flaw, promise: whole }];
    }
    for (const [path, hex] of listed) {
      const file = there.get(path);
      if (!file) missing.add(path);
      else if (file[digest] !== hex) changed.add(path);
    }
    for (const { path } of files) if (!listed.has(path)) extra.add(path);
  }
  return [
    changed.size > 0 ? broken(same, 'changed', [...changed]) : kept(same, files.length),
    missing.size > 0
      ? broken(whole, 'missing', [...missing])
      : extra.size > 0
        ? broken(whole, 'extra', [...extra])
        : kept(whole, files.length),
  ];
}

/** Damaged UTF-8 is another text than any that was written. */
function textOf(contents: ReadBag['contents'], path: string): string {
  return utf8Text(contents.get(path) ?? new Uint8Array());
}
