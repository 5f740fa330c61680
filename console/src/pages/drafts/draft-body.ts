import type { draftsRead } from '../../../../src/server/contract/drafts.ts';
import type { Good } from '../../api/call.ts';

export type DraftBody = Good<typeof draftsRead>['body'];
