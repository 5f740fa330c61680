import { describe, expect, it } from 'vitest';
import { doneInTime } from '../../../src/cli/demo/done.ts';

const refused = (code: string) => ({
  ok: false as const,
  problem: { type: '', title: '', status: 422, code, detail: '', en: '', zh: '', request_id: '' },
});

describe('a step of the demonstration', () => {
  it('is asked for again while its check runs out of time, and not without end', async () => {
    let asked = 0;
    const slow = async () => {
      asked += 1;
      return asked < 4 ? refused('draft.time') : { ok: true as const, body: 'proposed' };
    };
    expect(await doneInTime<string>(slow)).toBe('proposed');
    const late = async () => {
      asked += 1;
      return refused('draft.time');
    };
    asked = 0;
    await expect(doneInTime(late)).rejects.toThrow('draft.time');
    expect(asked).toBe(6);
    const wrong = async () => {
      asked += 1;
      return refused('draft.wrong');
    };
    asked = 0;
    await expect(doneInTime(wrong)).rejects.toThrow('draft.wrong');
    expect(asked).toBe(1);
  });
});
