import { sha256 } from '../evidence/digest.ts';
import type { CaseFacts } from '../model/appraisal.ts';
import { PolyprismError } from '../model/issue.ts';
import { reporterFor } from '../packs/diagnostic.ts';
import type { Diagnostic } from '../packs/diagnostic.ts';
import { localised } from '../packs/front-matter.ts';
import { day, list, maybe, needed, oneOf, parseYaml, record, text } from '../packs/yaml-shape.ts';

const caseFile = record({
  schema: needed(oneOf('polyprism.case/1')),
  number: maybe(text()),
  client: maybe(text()),
  matter: maybe(text()),
  received_on: maybe(day),
  appraisers: maybe(list(record({ name: needed(text()), qualification: maybe(text()) }), 1)),
  questions: maybe(list(localised, 1)),
});

/** Reads case.yaml; throws the first thing wrong with it, with its place. */
export function parseCase(source: string, file: string): CaseFacts {
  const diagnostics: Diagnostic[] = [];
  const report = reporterFor({ name: file, text: source, sha256: sha256(source) }, diagnostics);
  const yaml = parseYaml(source, 0, report);
  const read = yaml ? caseFile(yaml, yaml.document.contents, null) : undefined;
  const [first] = diagnostics;
  if (first) throw new PolyprismError(first.code, first.params, first.place);
  return {
    number: read?.number ?? null,
    client: read?.client ?? null,
    matter: read?.matter ?? null,
    received_on: read?.received_on ?? null,
    appraisers: (read?.appraisers ?? []).map(({ name, qualification = null }) => ({
      name,
      qualification,
    })),
    questions: read?.questions ?? [],
  };
}
