import { coverageStatuses } from '../../model/coverage.ts';
import type { CoverageRow, CoverageStatus } from '../../model/coverage.ts';
import type { Localised } from '../../model/localised.ts';
import type { Pack } from '../../model/provision.ts';
import { articleLabel } from '../article.ts';
import { word } from '../labels.ts';
import { bullets, grid, plain, say } from '../markdown/escape.ts';
import type { Language } from '../show.ts';
import { texts } from '../texts.ts';
import { packTexts } from './pack-texts.ts';

/**
 * How far a pack goes: each article it knows of, what tests it, and why no further; counted at
 * the top. `cases` is how many test cases its provisions have.
 */
export function coveragePage(pack: Pack, cases: number, language: Language): string {
  const { coverage, provisions } = pack;
  const ids = new Set(provisions.map(({ id }) => id));
  const laws = Map.groupBy(coverage, ({ law }) => law[language]);
  const blocks = [
    `# ${plain(pack.title[language])} — ${packTexts.coverage[language]}`,
    `[\`${pack.id}\`](index.md)`,
    packTexts.coverage_note[language],
    bullets([
      say(packTexts.coverage_articles, language, { articles: coverage.length, laws: laws.size }),
      say(packTexts.coverage_provisions, language, { provisions: ids.size, cases }),
    ]),
    counts(coverage, language),
    ...[...laws].flatMap(([law, rows]) => [`## ${plain(law)}`, articles(rows, pack, language)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function counts(coverage: readonly CoverageRow[], language: Language): string {
  const heads = [packTexts.status, packTexts.articles, packTexts.meaning];
  const rows = coverageStatuses.map((status) => [
    statusWords[status][language],
    String(coverage.filter((row) => row.status === status).length),
    meanings[status][language],
  ]);
  return grid(
    heads.map((head) => head[language]),
    rows,
  );
}

function articles(rows: readonly CoverageRow[], pack: Pack, language: Language): string {
  const { article, duty, status, reason } = packTexts;
  const heads = [article, duty, texts.stage, status, texts.provision, reason];
  return grid(
    heads.map((head) => head[language]),
    rows.map((row) => [
      plain(articleLabel(row.article)[language]),
      plain(row.title[language]),
      word(row.stage)[language],
      statusWords[row.status][language],
      row.provisions.map((id) => linkTo(id, pack, language)).join('<br>') || '—',
      row.reason === null ? '—' : plain(row.reason[language], reason_max),
    ]),
  );
}

/** Longest reason shown whole; a sentence or two is meant. */
const reason_max = 2_000;

function linkTo(id: string, { provisions }: Pack, language: Language): string {
  const latest = provisions.findLast((one) => one.id === id);
  return `[${plain(latest?.title[language] ?? id)}](${encodeURIComponent(id)}.md)`;
}

const statusWords: Readonly<Record<CoverageStatus, Localised>> = {
  tested: { en: 'tested', zh: '已测试' },
  approximate: { en: 'approximate', zh: '近似' },
  manual: { en: 'manual', zh: '人工' },
  not_testable: { en: 'not testable', zh: '不可测试' },
  open: { en: 'open', zh: '待补' },
};

const meanings: Readonly<Record<CoverageStatus, Localised>> = {
  tested: { en: 'the data decide the duty', zh: '数据可以判定该义务' },
  approximate: {
    en: 'a provision gives an indication, or decides a part: the reason says which',
    zh: '条款给出迹象，或只判定其中一部分，详见理由',
  },
  manual: {
    en: 'data find candidates at most; a person decides',
    zh: '数据至多列出线索，由人判断',
  },
  not_testable: { en: 'no data on the market decide it', zh: '市场数据无从判定' },
  open: { en: 'data could decide it; no provision does yet', zh: '数据可以判定，尚无条款' },
};
