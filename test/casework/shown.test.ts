import { beforeAll, describe, expect, it } from 'vitest';
import { matterRules } from '../../src/casework/matter-kinds.ts';
import { shownRules } from '../../src/casework/shown/shown-rules.ts';
import { shownClocks, shownMatter } from '../../src/casework/shown/shown-matter.ts';
import type { ShownMatter } from '../../src/casework/shown/shown-matter.ts';
import type { Actor } from '../../src/model/actor.ts';
import { matterKinds } from '../../src/model/matter.ts';
import {
  buyer,
  digest,
  mall,
  officer,
  person,
  play,
  second,
  shop,
  side,
  third,
} from '../support/casework.ts';
import type { Law, Play } from '../support/casework.ts';
import { cnLaw } from '../support/cn-law.ts';

let law: Law;
beforeAll(async () => {
  law = await cnLaw();
});

function seen(matter: Play, reader: Actor): ShownMatter | null {
  return shownMatter(reader, matter.state(), matter.events);
}

const types = (matter: Play, reader: Actor) => seen(matter, reader)?.events.map(({ type }) => type);

describe('the table of what is shown', () => {
  it('names steps of the kind, sides the kind has, and shows everybody his own steps', () => {
    const wrong: string[] = [];
    for (const kind of matterKinds) {
      const { steps, faces } = matterRules[kind];
      for (const [face, rule] of Object.entries(shownRules[kind])) {
        const named = [
          ...rule.from,
          ...rule.shows,
          ...Object.entries(rule.withheld).flatMap(([type, after]) => [type, ...after]),
        ];
        for (const type of named) if (!steps[type]) wrong.push(`${kind} ${face}: no ${type}`);
        if (!Object.hasOwn(faces, face)) wrong.push(`${kind} has no ${face}`);
        for (const type of rule.from) {
          if (rule.withheld[type]) wrong.push(`${kind} ${face}: ${type} waits for itself`);
        }
        for (const [type, step] of Object.entries(steps)) {
          if (step.by.some((taker) => taker.face === face) && !rule.shows.includes(type)) {
            wrong.push(`${kind} ${face} takes ${type} and is not shown it`);
          }
        }
      }
      for (const face of Object.keys(faces)) {
        if (face !== 'owner' && !Object.hasOwn(shownRules[kind], face)) {
          wrong.push(`${kind}: nothing said of ${face}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('keeps to the owner what is the owner’s: no face sees notes, tags, links or proposals', () => {
    const internal = 'assign queue tag untag note link add_party split remind propose approve';
    const inner = new Set(internal.split(' '));
    for (const kind of matterKinds) {
      for (const rule of Object.values(shownRules[kind])) {
        expect(rule.shows.filter((type) => inner.has(type))).toEqual([]);
      }
    }
  });
});

describe('a penalty case', () => {
  it('is its subject’s from the notice on: no clue, no review, no proposal, no reporter', () => {
    const matter = play('case', law);
    const parties = [side('owner', officer), side('subject', shop), side('applicant', buyer)];
    const facts = { source: 'report', facts: '举报人称其虚假交易', parties };
    matter.take('2026-03-02', officer, 'open', { data: facts });
    matter.both('2026-03-02', officer, second, 'open_case', { data: { officers: ['li', 'hu'] } });
    matter.take('2026-03-02', officer, 'note', { data: { text: '举报人电话已记录' } });
    expect(seen(matter, shop)).toBeNull();
    matter.take('2026-03-03', officer, 'finish_investigation', {
      data: { proposal: '处罚', file_digest: digest('a') },
    });
    matter.take('2026-03-03', third, 'review', { data: { opinion: '同意' } });
    expect(seen(matter, shop)).toBeNull();
    const notice = {
      facts: 'f',
      grounds: 'g',
      basis: ['b'],
      proposed: '罚款',
      hearing_right: true,
    };
    matter.take('2026-03-03', officer, 'serve_notice', { data: notice });
    matter.take('2026-03-04', shop, 'waive');
    const decision = {
      penalty: '罚款五千元',
      basis: ['b'],
      fine_minor: 500_000,
      discretion: '从轻',
      heavy: false,
      other_province: false,
    };
    matter.both('2026-03-05', officer, second, 'decide', { data: decision });
    // Within the office a proposal says which step it is about.
    expect(seen(matter, officer)?.events.find(({ type }) => type === 'propose')?.title).toEqual({
      zh: '提请：立案',
      en: 'Proposed: Open the case',
    });
    // Decided and not served: the subject still stands where it stood.
    expect(types(matter, shop)).toEqual(['serve_notice', 'waive']);
    expect(seen(matter, shop)?.status).toBe('ready');
    matter.take('2026-03-06', officer, 'serve', { data: { how: 'direct' } });
    expect(types(matter, shop)).toEqual(['serve_notice', 'waive', 'decide', 'serve']);
    const shown = seen(matter, shop);
    expect.assert(shown);
    expect(shown).toMatchObject({ status: 'served', title: null });
    expect(shown.parties.map(({ face }) => face)).toEqual(['owner', 'subject']);
    expect(shown.events[2]).toMatchObject({
      proposal: null,
      actor: { tenant_id: 'amr', user_id: null },
    });
    expect(JSON.stringify(shown.events)).not.toMatch(/举报|buyer|zhang|"li"/);
    // Fifteen days from 6 March; how long the authority had to decide is its own matter.
    const clocks = shownClocks(shown, law, '2026-03-06');
    expect(clocks.find(({ clock }) => clock === 'payment')?.due_on).toBe('2026-03-21');
    expect(clocks.map(({ clock }) => clock)).not.toContain('decision');
    // Whoever reported it is told that there is a case, and no more of it.
    expect(types(matter, buyer)).toEqual(['open', 'open_case']);
  });
});

describe('a report', () => {
  it('names its reporter to those of the office who handle it, and to nobody else', () => {
    const matter = play('report', law);
    const parties = [side('owner', officer), side('applicant', buyer), side('helper', mall)];
    matter.take('2026-03-02', buyer, 'open', {
      data: { facts: '内部人举报', named: true, parties },
    });
    expect(seen(matter, mall)).toBeNull();
    matter.both('2026-03-03', officer, second, 'open_case', { data: { matter_id: 'case-1' } });
    expect(types(matter, mall)).toEqual(['open_case']);
    const reader = person('regulator', 'amr', 'qin', 'reader', 'auditor');
    for (const other of [mall, reader]) {
      expect(JSON.stringify({ ...seen(matter, other), state: null })).not.toContain('buyer');
    }
    expect(seen(matter, reader)?.events[0]?.actor).toBeNull();
    for (const one of [officer, second, buyer]) {
      expect(seen(matter, one)?.parties).toContainEqual(
        expect.objectContaining({ user_id: 'buyer' }),
      );
    }
    expect(types(matter, buyer)).toEqual(['open', 'open_case']);
  });
});
