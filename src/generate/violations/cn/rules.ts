import { DAY_S } from '../../lawful/time.ts';
import { on } from './day.ts';
import type { Row } from '../../lawful/row.ts';
import type { Scene } from '../scene.ts';
import type { Violation } from '../violation.ts';

/** What Order 116 asks of the platform's own rules. */
export const ruleViolations: readonly Violation[] = [
  rule('cn.order116.art7', {
    withdrawn_at: on('2026-06-01'),
    superseded_at: on('2026-06-30'),
    kept_until: '2029-07-31',
  }),
  rule('cn.order116.art10', { consulted_at: null, opinions_kept_until: null }),
  rule('cn.order116.art10.kept', { opinions_kept_until: '2029-03-01' }),
  rule('cn.order116.art14', { exit_offered: false }),
  rule('cn.order116.art16', { consent_by_default: true }),
];

function rule(provision: string, set: Row<'rule_version'>): Violation {
  return { provision, version: '2026-02-01', plant: (scene) => newRule(scene, set) };
}

/** Consulted on in March 2026, published in April, in force from May. */
function newRule(scene: Scene, set: Row<'rule_version'>): string {
  return scene.copy('rule_version', () => true, {
    consulted_at: on('2026-03-02'),
    published_at: on('2026-03-02') + 30 * DAY_S,
    effective_at: on('2026-05-04'),
    opinions_kept_until: '2029-06-30',
    superseded_at: null,
    kept_until: null,
    ...set,
  });
}
