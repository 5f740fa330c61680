import type { Field, StepNames, StepRule } from '../rules.ts';
import { digests, doing, id, maybe, oneOf, say, step, system, text } from './words.ts';

const how: Field = oneOf({
  recorded: say('记录、复制、拍照后退还', 'recorded and given back'),
  tested: say('送交检测鉴定', 'sent for testing'),
  sealed: say('改为查封、扣押', 'sealed or seized'),
  confiscated: say('决定没收', 'confiscated'),
  given_back: say('解除', 'given back'),
  destroyed: say('依法销毁', 'destroyed'),
});

const preservedEnds = ['preserved_settled', 'preserved_lapsed'];

/** Evidence taken, kept safe, sealed, and given back or disposed of: each thing has its clock. */
export const caseEvidenceSteps: Readonly<Record<string, StepRule>> = {
  add_evidence: step(doing('固定证据', 'Add evidence', 'Evidence added'), 'open', null, {
    data: { what: text, lawful_basis: text, files: digests },
  }),
  preserve: step(
    doing('先行登记保存', 'Preserve evidence', 'Evidence preserved'),
    ['clue', 'investigating'],
    null,
    {
      reason: 'needed',
      second: true,
      data: { item: id, what: text, file_digests: maybe(digests) },
      marks: [{ name: 'preserved', item: 'item' }],
      needs: [{ is: 'item_new', start: 'preserved' }],
    },
  ),
  settle_preserved: step(
    doing('处理登记保存的证据', 'Settle preserved evidence', 'Preserved evidence settled'),
    'open',
    null,
    {
      data: { item: id, how },
      marks: [{ name: 'preserved_settled', item: 'item' }],
      needs: [{ is: 'item_open', start: 'preserved', ends: preservedEnds }],
    },
  ),
  /** Without a decision in time the measure lapses by itself (Procedure, art. 35). */
  lapse_preserved: step(
    doing('登记保存自动解除', 'Release preserved evidence', 'Preservation lapsed'),
    'open',
    null,
    {
      by: [system],
      data: { item: id },
      marks: [{ name: 'preserved_lapsed', item: 'item' }],
      needs: [
        { is: 'item_open', start: 'preserved', ends: preservedEnds },
        { is: 'term_over', clocks: ['preserved'] },
      ],
    },
  ),
  ...sealing('seal', 'sealed', doing('查封、扣押', 'Seal or seize', 'Sealed or seized')),
  /** The Pyramid Selling Regulation has its own, shorter extension (art. 18). */
  ...sealing(
    'seal_pyramid',
    'sealed_pyramid',
    doing('传销案件查封、扣押', 'Seal or seize: pyramid selling', 'Sealed: pyramid selling'),
    ': pyramid selling',
  ),
};

function sealing(name: string, mark: string, names: StepNames, of = ''): Record<string, StepRule> {
  const open = { is: 'item_open', start: mark, ends: [`${mark}_ended`] } as const;
  return {
    [name]: step(names, ['clue', 'investigating'], null, {
      reason: 'needed',
      second: true,
      data: { item: id, what: text },
      marks: [{ name: mark, item: 'item' }],
      needs: [{ is: 'item_new', start: mark }],
    }),
    [`extend_${name}`]: step(
      doing('延长查封、扣押', `Extend the sealing${of}`, `Sealing extended${of}`),
      'open',
      null,
      {
        reason: 'needed',
        second: true,
        data: { item: id },
        extends: { clock: name, item: 'item' },
        needs: [open],
      },
    ),
    [`end_${name}`]: step(
      doing('解除查封、扣押', `End the sealing${of}`, `Sealing ended${of}`),
      'open',
      null,
      {
        data: { item: id, how },
        marks: [{ name: `${mark}_ended`, item: 'item' }],
        needs: [open],
      },
    ),
  };
}
