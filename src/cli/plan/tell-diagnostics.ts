import { describeIssue } from '../../model/issue.ts';
import { formatDiagnostic } from '../../packs/diagnostic.ts';
import type { Diagnostic } from '../../packs/diagnostic.ts';
import type { CommonOptions } from '../common-options.ts';

/** Everything wrong in a file: as a compiler prints it, or as JSON under what was to be read. */
export function tellDiagnostics(
  diagnostics: readonly Diagnostic[],
  text: string,
  what: string,
  flags: CommonOptions,
): void {
  if (!flags.json) {
    const told = diagnostics.map((one) => formatDiagnostic(one, text, flags.lang));
    process.stderr.write(`${told.join('\n\n')}\n`);
    return;
  }
  const told = diagnostics.map((one) => {
    const { en, zh } = describeIssue(one);
    return { code: one.code, ...one.place, length: one.length, message: en, message_zh: zh };
  });
  process.stdout.write(`${JSON.stringify({ [what]: null, diagnostics: told })}\n`);
}
