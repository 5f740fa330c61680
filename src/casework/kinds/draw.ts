import type { MatterRules } from '../rules.ts';
import {
  digest,
  doing,
  final,
  handler,
  helper,
  id,
  maybe,
  opening,
  say,
  status,
  step,
  text,
  whole,
} from './words.ts';

/** Whom to inspect and who inspects, drawn so that anybody can check it (双随机). */
export const draw: MatterRules = {
  kind: 'draw',
  title: say('双随机抽查', 'Double-random draw'),
  faces: {
    owner: ['regulator', 'association'],
    helper: ['regulator', 'association', 'platform'],
  },
  statuses: {
    planned: status('已立项', 'Planned'),
    listed: status('名单已封存', 'Lists committed'),
    committed: status('种子已封存', 'Seeds committed'),
    drawn: status('已抽取', 'Drawn'),
    assigned: status('已分派', 'Assigned'),
    finished: final('已完成', 'Finished'),
    void: final('已作废', 'Void'),
    merged: final('已并案', 'Merged'),
  },
  steps: {
    open: opening(say('抽查立项', 'Draw planned'), 'planned', {
      by: [handler],
      data: { plan: text },
    }),
    /** Lists first: nobody who knows a seed can shape them any more. */
    commit_lists: step(
      doing('封存名单', 'Commit the lists', 'Lists committed'),
      ['planned'],
      'listed',
      {
        data: {
          subjects_digest: digest,
          subjects: whole,
          inspectors_digest: digest,
          inspectors: whole,
          drawn: whole,
          inspectors_each: whole,
          beacon: maybe(text),
        },
        keeps: ['subjects_digest', 'inspectors_digest', 'drawn', 'inspectors_each', 'beacon'],
        needs: [
          { is: 'at_most', field: 'drawn', other: 'subjects' },
          { is: 'at_most', field: 'inspectors_each', other: 'inspectors' },
        ],
      },
    ),
    commit_seed: step(doing('封存种子', 'Commit a seed', 'Seed committed'), ['listed'], null, {
      by: [handler, helper],
      data: { item: id, commitment: digest },
      marks: [{ name: 'seed_committed', item: 'item' }],
      keeps: ['commitment'],
      needs: [{ is: 'item_new', start: 'seed_committed' }],
    }),
    close_commits: step(
      doing('停止封存', 'Take no more seeds', 'No more seeds taken'),
      ['listed'],
      'committed',
      {
        marks: [{ name: 'commits_closed' }],
        needs: [{ is: 'count', mark: 'seed_committed', least: 2 }],
      },
    ),
    reveal_seed: step(doing('公开种子', 'Reveal a seed', 'Seed revealed'), ['committed'], null, {
      by: [handler, helper],
      data: { item: id, seed: digest },
      marks: [{ name: 'seed_revealed', item: 'item' }],
      needs: [
        { is: 'item_open', start: 'seed_committed', ends: ['seed_revealed'] },
        { is: 'seed_matches' },
      ],
    }),
    /** All seeds or none: one that is held back makes the draw void, never a draw without it. */
    draw: step(doing('抽取', 'Draw', 'Drawn'), ['committed'], 'drawn', {
      data: { published_digest: digest, beacon_value: maybe(text) },
      marks: [{ name: 'drawn' }],
      needs: [{ is: 'as_many', marks: ['seed_committed', 'seed_revealed'] }],
    }),
    assign_inspectors: step(
      doing('分派检查人员', 'Assign inspectors', 'Inspectors assigned', '分派'),
      ['drawn'],
      'assigned',
      {
        data: { published_digest: digest },
        marks: [{ name: 'assigned' }],
      },
    ),
    record_result: step(
      doing('登记检查结果', 'Record a result', 'Result recorded'),
      ['assigned'],
      null,
      {
        data: { item: id, inspection_id: id, result: text },
        marks: [{ name: 'result', item: 'item' }],
        needs: [{ is: 'item_new', start: 'result' }],
      },
    ),
    finish: step(
      doing('完成抽查', 'Finish the draw', 'Draw finished', '抽查完成'),
      ['assigned'],
      'finished',
      {
        needs: [{ is: 'count', mark: 'result', least: 1 }],
      },
    ),
    void: step(
      doing('作废', 'Make the draw void', 'Draw made void'),
      ['planned', 'listed', 'committed', 'drawn'],
      'void',
      {
        reason: 'needed',
        second: true,
      },
    ),
  },
  clocks: {},
};
