import type { Report } from '../../model/report.ts';
import { needGroups } from '../facts/need-groups.ts';
import type { NeedGroup } from '../facts/need-groups.ts';
import { needLabel } from '../labels.ts';
import { texts } from '../texts.ts';
import { both, html, id } from './markup.ts';
import type { Markup } from './markup.ts';
import { note, section } from './section.ts';

/** What could not be checked, and which data would allow it. */
export function uncheckedSection(report: Report): Markup {
  const groups = needGroups(report);
  if (groups.length === 0) return section('unchecked', note(texts.all_checked));
  const titles = new Map(report.provisions.map(({ id: name, title }) => [name, title]));
  return section(
    'unchecked',
    note(texts.unchecked_note),
    html`<ul class="needs">
      ${groups.map((group) => needs(group, titles))}
    </ul>`,
  );
}

/** A need in words and as the code it is; English words for a table are its code already. */
function named(need: string): Markup {
  const label = needLabel(need);
  const code = html` ${id(need)}`;
  const twice = label.en === need.replaceAll('_', ' ');
  return html`<b>${both(label)}</b>${twice ? html`<span lang="zh-CN">${code}</span>` : code}`;
}

function needs(
  { needs: all, provisions }: NeedGroup,
  titles: ReadonlyMap<string, Report['provisions'][number]['title']>,
): Markup {
  return html`<li>
    <div>
      <p class="with">
        ${both(texts.with_data)}${all.map(
          (need, i) => html`${i > 0 ? both(texts.and) : ''}${named(need)}`,
        )}
      </p>
      <p class="could">${both(texts.could_be_checked, { n: provisions.length })}</p>
    </div>
    <ul>
      ${provisions.map((name) => {
        const title = titles.get(name);
        return html`<li>${title ? both(title) : ''} <small>${id(name)}</small></li>`;
      })}
    </ul>
  </li>`;
}
