import { ROOT } from '../network/forest.ts';
import { liveAlerts, liveFigures } from '../network/live/live-network.ts';
import { alertId, topicOf } from './alert.ts';
import type { AlertChange, Cause, LineFigures } from './alert.ts';
import { clear, put } from './judge-rows.ts';
import type { LiveState } from './live-state.ts';

/** Every line that the latest event made somebody cross, cross on another day, or cross no more. */
export function crossings(state: LiveState, cause: Cause): AlertChange[] {
  return liveAlerts(state.network).flatMap(({ member_id, kind: line, on }) => {
    const topic = topicOf(line, 'member', member_id);
    if (on === null) return clear(state, topic, cause) ?? [];
    const subject = { table: 'member', id: member_id } as const;
    const open = state.alerts.get(topic);
    const { id, first } = open ?? { id: alertId(line, subject, cause), first: cause };
    const figures = figuresOf(state, member_id);
    const common = { id, subject, first, latest: cause, cleared: null };
    return put(state, topic, { kind: 'line', ...common, line, on, figures });
  });
}

function figuresOf({ network }: LiveState, member: string): LineFigures {
  const figures = liveFigures(network, member)!;
  const { parent, root, level, direct, people, present, levels } = figures;
  const { subtree_paid_in_minor, subtree_earned_minor } = figures;
  return {
    upline: parent === ROOT ? null : network.members.textOf(parent),
    root: network.members.textOf(root),
    level,
    direct,
    people,
    present,
    levels,
    subtree_paid_in_minor,
    subtree_earned_minor,
  };
}
