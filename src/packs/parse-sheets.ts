import type { Sheet } from '../model/sheet.ts';
import { reporterFor } from './diagnostic.ts';
import type { Diagnostic, PackFile } from './diagnostic.ts';
import { id, localised } from './front-matter.ts';
import { provisionIds } from './provision-files.ts';
import { list, needed, nodeAt, parseYaml, record, spanOf } from './yaml-shape.ts';
import type { Yaml } from './yaml-shape.ts';

const sheets = list(
  record({
    id: needed(id),
    title: needed(localised),
    note: needed(localised),
    questions: needed(
      list(record({ title: needed(localised), provisions: needed(list(id, 1)) }), 1),
    ),
  }),
  1,
);

/** The verdict sheets of a pack (`sheets.yaml`, optional), in the order written. */
export function parseSheets(files: readonly PackFile[], diagnostics: Diagnostic[]): Sheet[] {
  const file = files.find(({ name }) => name === 'sheets.yaml');
  if (!file) return [];
  const yaml = parseYaml(file.text, 0, reporterFor(file, diagnostics));
  const read = yaml ? sheets(yaml, yaml.document.contents, null) : undefined;
  if (!yaml || !read) return [];
  checkSheets(yaml, read, provisionIds(files));
  return read;
}

function checkSheets(yaml: Yaml, read: readonly Sheet[], known: ReadonlySet<string>): void {
  const seen = new Set<string>();
  for (const [i, sheet] of read.entries()) {
    if (seen.has(sheet.id)) {
      yaml.report('pack.sheet_twice', { id: sheet.id }, ...spanOf(yaml, nodeAt(yaml, [i, 'id'])));
    }
    seen.add(sheet.id);
    for (const [k, { provisions }] of sheet.questions.entries()) {
      for (const [n, one] of provisions.entries()) {
        if (known.has(one)) continue;
        const at = nodeAt(yaml, [i, 'questions', k, 'provisions', n]);
        yaml.report('pack.unknown_provision', { id: one }, ...spanOf(yaml, at));
      }
    }
  }
}
