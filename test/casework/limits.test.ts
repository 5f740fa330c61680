import { describe, expect, it } from 'vitest';
import { decide } from '../../src/casework/decide.ts';
import { matterRules } from '../../src/casework/matter-kinds.ts';
import { makeCalendar } from '../../src/deadlines/calendar.ts';
import { limits } from '../../src/model/limits.ts';
import { buyer, officer, play, side } from '../support/casework.ts';

const parties = [side('owner', officer), side('applicant', buyer)];

describe('a matter', () => {
  const matter = play('complaint', { deadlines: [], calendar: makeCalendar([]), currency: null });
  matter.take('2026-04-20', buyer, 'open', { data: { facts: 'f', request: 'r', parties } });
  const note = (number: number, reason: string | null): string => {
    const decision = decide(
      matterRules.complaint,
      { ...matter.state(), number },
      {
        matter_id: 'complaint-1',
        type: 'note',
        at: '2026-04-20T02:00:00.000Z',
        on: '2026-04-20',
        actor: officer,
        reason,
        data: { text: 'x' },
      },
    );
    return 'event' in decision ? String(decision.event.number) : decision.refused.code;
  };

  it('has so many events and no more', () => {
    const max = limits.casework_events_max;
    expect(note(max - 2, null)).toBe(String(max - 1));
    expect(note(max - 1, null)).toBe(String(max));
    expect(note(max, null)).toBe('casework.too_many_events');
  });

  it('takes reasons up to the limit', () => {
    const max = limits.casework_text_chars_max;
    expect(note(1, 'x'.repeat(max - 1))).toBe('2');
    expect(note(1, 'x'.repeat(max))).toBe('2');
    expect(note(1, 'x'.repeat(max + 1))).toBe('casework.reason_long');
  });
});
