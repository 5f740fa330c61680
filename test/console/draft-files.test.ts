import { describe, expect, it } from 'vitest';
import { withoutProvision, withProvision } from '../../console/src/pages/drafts/draft-files.ts';
import type { DraftFile } from '../../console/src/pages/drafts/draft-files.ts';

const file = (name: string, text = ''): DraftFile => ({ name, text });

describe('files of a draft', () => {
  it('get a provision more, and no other id is rewritten', () => {
    const files = [
      file('pack.yaml', 'id: ours'),
      file('provisions/a/ours.late.md', 'id: ours.late\nrelated: [ours.late.fee, x-ours.late]\n'),
      file('provisions/a/ours.late@2026-02-01.md', 'id: "ours.late" of ours.late. See ours.late-2'),
      file('provisions/a/ours.late.test.yaml', 'cases: []'),
      file('provisions/ours.late.fee.md', 'id: ours.late.fee'),
    ];
    const more = withProvision(files, 'ours.late', 'ours.later').slice(files.length);
    expect(more).toEqual([
      file('provisions/a/ours.later.md', 'id: ours.later\nrelated: [ours.late.fee, x-ours.late]\n'),
      file(
        'provisions/a/ours.later@2026-02-01.md',
        'id: "ours.later" of ours.later. See ours.late-2',
      ),
      file('provisions/a/ours.later.test.yaml', 'cases: []'),
    ]);
    const left = withoutProvision(files, 'ours.late').map(({ name }) => name);
    expect(left).toEqual(['pack.yaml', 'provisions/ours.late.fee.md']);
  });
});
