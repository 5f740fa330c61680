import { sha256 } from '../evidence/digest.ts';
import { PolyprismError } from '../model/issue.ts';
import type { Waiver } from '../model/waiver.ts';
import { reporterFor } from './diagnostic.ts';
import type { Diagnostic } from './diagnostic.ts';
import { id } from './front-matter.ts';
import { day, list, maybe, needed, nodeAt, oneOf, parseYaml, record } from './yaml-shape.ts';
import { spanOf, text, wrong } from './yaml-shape.ts';
import type { Yaml } from './yaml-shape.ts';

const waiverFile = record({
  schema: needed(oneOf('polyprism.waivers/1')),
  waivers: needed(
    list(
      record({
        provision: needed(id),
        subject: maybe(text()),
        author: needed(text()),
        reason: needed(text()),
        decided_on: needed(day),
        expires_on: needed(day),
      }),
      1,
    ),
  ),
});

/**
 * Reads waivers.yaml against the ids of the provisions that judge; throws the first thing wrong
 * with it, with its place.
 */
export function parseWaivers(source: string, file: string, known: ReadonlySet<string>): Waiver[] {
  const diagnostics: Diagnostic[] = [];
  const report = reporterFor({ name: file, text: source, sha256: sha256(source) }, diagnostics);
  const yaml = parseYaml(source, 0, report);
  const read = yaml ? waiverFile(yaml, yaml.document.contents, null) : undefined;
  const waivers = (read?.waivers ?? []).map((one) => ({ ...one, subject: one.subject ?? null }));
  if (yaml) waivers.forEach((one, i) => check(yaml, one, i, known));
  const [first] = diagnostics;
  if (first) throw new PolyprismError(first.code, first.params, first.place);
  return waivers;
}

/** A waiver of nothing, by a slip of the pen, would look as if it held. */
function check(yaml: Yaml, waiver: Waiver, i: number, known: ReadonlySet<string>): void {
  const at = (key: string) => nodeAt(yaml, ['waivers', i, key]);
  if (!known.has(waiver.provision)) {
    const span = spanOf(yaml, at('provision'));
    yaml.report('waiver.unknown_provision', { provision: waiver.provision }, ...span);
  }
  if (waiver.expires_on < waiver.decided_on) {
    wrong(yaml, at('expires_on'), null, `≥ ${waiver.decided_on}`);
  }
}
