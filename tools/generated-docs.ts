import type { Command } from 'commander';
import { issueCodes } from '../src/model/issue-codes.ts';
import { columnsOf, isTableName, locatorColumns, relationOf, tables } from '../src/model/tables.ts';
import type { TableShape } from '../src/model/table-shape.ts';
import { packageVersion } from '../src/cli/package-version.ts';
import { program } from '../src/cli/program.ts';
import { openApiDocument } from '../src/server/openapi.ts';
import { eventsJsonSchema } from '../src/live/events-json-schema.ts';
import { permissionsPage } from './permissions-page.ts';
import { caseworkPage } from './casework-page.ts';

/** Documents made from code: path in the repository → text. */
export async function generatedDocs(): Promise<Record<string, string>> {
  return {
    'docs/errors.md': errorsPage(),
    'docs/reference/tables.md': tablesPage(),
    'docs/reference/casework.md': caseworkPage(),
    'docs/reference/cli.md': await cliPage(),
    'docs/reference/openapi.json': asJson(openApiDocument(packageVersion())),
    'docs/reference/events.schema.json': asJson(eventsJsonSchema()),
    'docs/reference/permissions.md': permissionsPage(),
  };
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

function page(title: string, intro: string, body: readonly string[]): string {
  return `# ${title}\n\n${intro}\n\n${body.join('\n')}\n`;
}

function errorsPage(): string {
  const rows = Object.entries(issueCodes)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([code, { severity, what, todo }]) => [
      `### ${code}`,
      '',
      `*${severity}*`,
      '',
      `${what.en} ${todo.en}`.trim(),
      '',
      `${what.zh}${todo.zh}`,
      '',
    ]);
  const intro =
    'Every code Polyprism reports, made from `src/model/issue-codes.ts`. `error`: something was ' +
    'not read or the run stopped; `warning`: read, but look at it; `info`: worth knowing. Each ' +
    'comes with file, line and column where it has them, and a count.';
  return page('Errors', intro, rows);
}

function tablesPage(): string {
  const body = Object.keys(tables)
    .filter(isTableName)
    .flatMap((name) => {
      const table: TableShape = tables[name];
      const alias = relationOf(name) === name ? '' : ` (\`${relationOf(name)}\` in SQL)`;
      const rows = [...columnsOf(name)]
        .filter(([column]) => !Object.hasOwn(locatorColumns, column))
        .map(([column, { type, doc, values }]) => {
          const list = values ? `: ${values.join(', ')}` : '';
          return `| \`${column}\` | ${type} | ${doc.en}${list} | ${doc.zh} |`;
        });
      const derived = table.derived ? ' Computed by Polyprism.' : '';
      return [
        `## ${name}${alias}`,
        '',
        `${table.doc.en}. ${table.doc.zh}。${derived}`,
        '',
        '| column | type | what | 说明 |',
        '|---|---|---|---|',
        ...rows,
        '',
      ];
    });
  const intro =
    'What every source is mapped to and every provision reads; made from `src/model/tables.ts`. ' +
    '`id`: the source’s own identifier, as text. `money_minor`: integer minor units (fen). ' +
    '`instant`: UTC. `date`: a calendar date in the jurisdiction’s zone. Imported tables also ' +
    'carry `src_file`, `src_table`, `src_line`: the row’s place in its raw file.';
  return page('Tables', intro, body);
}

async function cliPage(): Promise<string> {
  const en = await program('en', () => undefined);
  const zh = await program('zh', () => undefined);
  const chinese = withBelow(zh);
  const body = withBelow(en).flatMap((command, i) => [
    `## ${nameOf(command)}`,
    '',
    ...fenced(helpOf(command)),
    ...(chinese[i] ? fenced(helpOf(chinese[i])) : []),
  ]);
  return page('Commands', 'The help of every command; made from `src/cli/`.', body);
}

/** A command and all below it, in the order of its help. */
function withBelow(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withBelow)];
}

function fenced(text: string): string[] {
  return ['```', text.trimEnd(), '```', ''];
}

function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part), getOutHelpWidth: () => 90 });
  command.outputHelp();
  return text;
}
