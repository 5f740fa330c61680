import type { mattersList, mattersRead } from '../../../../src/server/contract/matters.ts';
import type { Good } from '../../api/call.ts';

/** A matter as one's side is shown it. */
export type Matter = Good<typeof mattersRead>['body'];
export type MatterEvent = Matter['events'][number];
export type Clock = Matter['clocks'][number];
export type MatterRow = Good<typeof mattersList>['body']['items'][number];
