import { PolyprismError } from '../../../model/issue.ts';
import type { TermList } from '../../../model/terms.ts';
import { filesToCopy } from '../../../packs/files-to-copy.ts';
import * as contract from '../../contract/standards.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import { searchProvisions } from '../../standards/search-provisions.ts';
import { differingFields, parametersOverTime, versionsOf } from '../../standards/versions-of.ts';
import { immutable } from './immutable.ts';
import { shownDeadline, shownHead, shownStandard, shownVersion } from './shown.ts';

const list = handle(contract.standardsList)(async ({ server, asked }) => {
  const packs = await server.library.all();
  const digests = [server.version, ...packs.map(({ digest }) => digest)];
  return immutable(digests, asked.headers['if-none-match'], () => ({
    items: packs.map(shownStandard),
  }));
});

const read = handle(contract.standardsRead)(async ({ server, asked }) => {
  const pack = await server.library.pack(asked.params.standard);
  return immutable([server.version, pack.digest], asked.headers['if-none-match'], () => ({
    standard: shownStandard(pack),
    articles: pack.coverage.map((row) => ({ ...row, provisions: [...row.provisions] })),
    provisions: pack.provisions.map(shownHead),
    sheets: pack.sheets.map(({ questions, ...sheet }) => ({
      ...sheet,
      questions: questions.map((one) => ({ ...one, provisions: [...one.provisions] })),
    })),
    terms: pack.terms.map(shownTerms),
  }));
});

function shownTerms({ id, title, cite, category, role, entries, exceptions }: TermList) {
  const considered = exceptions.map((one) => ({ id: one.id, title: one.title, cite: one.cite }));
  return { id, title, cite, category, role, entries: entries.length, exceptions: considered };
}

const deadlines = handle(contract.standardsDeadlines)(async ({ server, asked }) => {
  const pack = await server.library.pack(asked.params.standard);
  return immutable([server.version, pack.digest], asked.headers['if-none-match'], () => ({
    deadlines: pack.deadlines.map(shownDeadline),
    calendar: pack.calendar.map((year) => ({
      ...year,
      sources: [...year.sources],
      days_off: [...year.days_off],
      work_days: [...year.work_days],
    })),
  }));
});

const provision = handle(contract.standardsProvision)(async ({ server, asked }) => {
  const { standard, provision: id } = asked.params;
  const pack = await server.library.pack(standard);
  const versions = versionsOf(pack, id);
  if (versions.length === 0) throw new PolyprismError('http.not_found');
  const cases = await Promise.all(versions.map(server.library.cases));
  return immutable([server.version, pack.digest], asked.headers['if-none-match'], () => ({
    standard,
    digest: pack.digest,
    id,
    versions: versions.map((one, i) => shownVersion(one, cases[i] ?? [])),
    differs: differingFields(versions),
    parameters: parametersOverTime(versions).map(({ values, ...of }) => ({
      ...of,
      values: [...values],
    })),
    articles: pack.coverage
      .filter(({ provisions }) => provisions.includes(id))
      .map((row) => ({ ...row, provisions: [...row.provisions] })),
  }));
});

const files = handle(contract.standardsFiles)(async ({ server, asked }) => {
  const { standard, provision: id } = asked.params;
  const pack = await server.library.pack(standard);
  const wanted = filesToCopy(pack, id);
  if (wanted === null) throw new PolyprismError('http.not_found');
  const texts = await server.library.files(pack, wanted.names);
  const held = asked.headers['if-none-match'];
  return immutable([server.version, pack.digest], held, () => ({
    files: texts,
    ids: [...wanted.ids],
  }));
});

const search = handle(contract.provisionsList)(async ({ server, asked }) => {
  const { standard, limit, cursor, ...wanted } = asked.query;
  const { library, version } = server;
  const packs = standard === undefined ? await library.all() : [await library.pack(standard)];
  const digests = [version, ...packs.map(({ digest }) => digest), JSON.stringify(asked.query)];
  return immutable(digests, asked.headers['if-none-match'], () => {
    const found = searchProvisions(packs, wanted);
    const from = Number(afterOf(cursor)) || 0;
    const rows = found.slice(from, from + limit + 1).map((one, i) => ({ one, end: from + i + 1 }));
    const { items, next } = pageOfRows(rows, limit, ({ end }) => String(end));
    return { items: items.map(({ one }) => shownHead(one)), next, total: found.length };
  });
});

export const standardHandlings = [list, read, deadlines, provision, files, search];
