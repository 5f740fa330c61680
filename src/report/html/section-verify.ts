import type { Report } from '../../model/report.ts';
import { texts } from '../texts.ts';
import { both, data, digest, html, id } from './markup.ts';
import type { Markup } from './markup.ts';
import { note, section } from './section.ts';
import { facts, table } from './table.ts';

/** How to check the report without trusting whoever made it, and what it does not prove. */
export function verifySection(report: Report, reportSha256: string): Markup {
  const { engine, packs } = report.digests;
  // An ISO date goes into the command as it is; anything else would be an odd report.
  const day = /^\d{4}-\d{2}-\d{2}$/.test(report.as_of) ? ` --as-of ${report.as_of}` : '';
  return section(
    'verify',
    note(texts.verify_note),
    facts([
      [texts.report_digest, digest(reportSha256)],
      [texts.made_with, html`Polyprism ${data(engine.polyprism)}`],
      [texts.engine, html`${data(engine.name)} ${data(engine.version)}`],
      [texts.as_of, data(report.as_of)],
    ]),
    table({
      name: 'packs-t',
      caption: texts.packs,
      heads: [{ label: both(texts.pack) }, { label: both(texts.version) }, { label: 'SHA-256' }],
      rows: packs.map((pack) => [id(pack.id), data(pack.version), digest(pack.sha256)]),
    }),
    html`<h3>${both(texts.rerun)}</h3>
      ${note(texts.rerun_note)}
      <pre><code>polyprism inspect INPUT${day} --out again
sha256sum again/report.json</code></pre>
      <h3>${both(texts.not_proven)}</h3>
      <ul class="limits">
        ${[
          texts.not_proven_truth,
          texts.not_proven_complete,
          texts.not_proven_clean,
          texts.not_proven_guilt,
          texts.not_proven_law,
        ].map((text) => html`<li>${both(text)}</li>`)}
      </ul>`,
  );
}
