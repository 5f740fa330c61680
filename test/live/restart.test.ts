import { inboxTests } from './inbox-body.ts';
import { memoryInbox } from './memory-inbox.ts';
import { restartTests } from './restart-body.ts';

restartTests(memoryInbox);
inboxTests(memoryInbox);
