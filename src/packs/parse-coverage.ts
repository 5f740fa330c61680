import { canonicalJson } from '../evidence/canonical-json.ts';
import { coverageStatuses } from '../model/coverage.ts';
import type { CoverageRow } from '../model/coverage.ts';
import { reporterFor } from './diagnostic.ts';
import type { Diagnostic, PackFile } from './diagnostic.ts';
import { id as idShape, localised } from './front-matter.ts';
import type { ParsedProvision } from './parse-provision.ts';
import { provisionIdOf, provisionIds } from './provision-files.ts';
import {
  list,
  maybe,
  needed,
  nodeAt,
  oneOf,
  parseYaml,
  record,
  spanOf,
  text,
} from './yaml-shape.ts';
import type { Yaml } from './yaml-shape.ts';

const coverage = list(
  record({
    law: needed(localised),
    articles: needed(
      list(
        record({
          article: needed(text()),
          title: needed(localised),
          stage: needed(oneOf('pre', 'in', 'after')),
          status: needed(oneOf(...coverageStatuses)),
          provisions: maybe(list(idShape, 1)),
          reason: maybe(localised),
        }),
        1,
      ),
    ),
  }),
  1,
);

/** Where a row stands in `coverage.yaml`. */
type Path = readonly [number, 'articles', number];

interface Placed {
  readonly row: CoverageRow;
  readonly path: Path;
}

/**
 * The articles a pack knows of (`coverage.yaml`, optional), in the order written; null without
 * the file. Every row is held against the provisions, and every provision against the rows.
 */
export function parseCoverage(
  files: readonly PackFile[],
  provisions: readonly ParsedProvision[],
  diagnostics: Diagnostic[],
): CoverageRow[] {
  const file = files.find(({ name }) => name === 'coverage.yaml');
  if (!file) return [];
  const yaml = parseYaml(file.text, 0, reporterFor(file, diagnostics));
  const read = yaml ? coverage(yaml, yaml.document.contents, null) : undefined;
  if (!yaml || !read) return [];
  const placed = read.flatMap(({ law, articles }, i) =>
    articles.map((row, k): Placed => {
      const { provisions: ids = [], reason = null, ...rest } = row;
      return { row: { law, ...rest, provisions: ids, reason }, path: [i, 'articles', k] };
    }),
  );
  checkRows(yaml, placed, provisionIds(files), indicationsOf(provisions));
  checkProvisions(new Set(placed.flatMap(({ row }) => row.provisions)), provisions);
  return placed.map(({ row }) => row);
}

/** Ids of the provisions that find an indication in every version. */
function indicationsOf(provisions: readonly ParsedProvision[]): ReadonlySet<string> {
  const versions = Map.groupBy(provisions, ({ provision }) => provision.id);
  const hints = [...versions].filter(([, of]) =>
    of.every(({ provision }) => provision.finds === 'indication'),
  );
  return new Set(hints.map(([id]) => id));
}

function checkRows(
  yaml: Yaml,
  placed: readonly Placed[],
  known: ReadonlySet<string>,
  indications: ReadonlySet<string>,
): void {
  const seen = new Set<string>();
  for (const { row, path } of placed) {
    const { law, article, status, provisions, reason } = row;
    const at = (...rest: (string | number)[]) => spanOf(yaml, nodeAt(yaml, [...path, ...rest]));
    const key = canonicalJson([law, article]);
    if (seen.has(key)) yaml.report('pack.article_twice', { article }, ...at('article'));
    seen.add(key);
    provisions.forEach((one, i) => {
      if (known.has(one)) return;
      yaml.report('pack.unknown_provision', { id: one }, ...at('provisions', i));
    });
    const count = provisions.length;
    if (!fits(status, count))
      yaml.report('pack.row_provisions', { status, count }, ...at('status'));
    if (status === 'tested' && count > 0 && provisions.every((one) => indications.has(one))) {
      yaml.report('pack.row_indication', {}, ...at('status'));
    }
    if (reason === null && status !== 'tested') {
      yaml.report('pack.row_reason', { status }, ...at('status'));
    }
  }
}

function fits(status: CoverageRow['status'], provisions: number): boolean {
  if (status === 'tested' || status === 'approximate') return provisions > 0;
  return status === 'manual' || provisions === 0;
}

function checkProvisions(named: ReadonlySet<string>, provisions: readonly ParsedProvision[]): void {
  const seen = new Set(named);
  for (const { file, yaml, report } of provisions) {
    const id = provisionIdOf(file.name);
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    report('pack.not_covered', { id }, ...spanOf(yaml, nodeAt(yaml, ['id'])));
  }
}
