import { join } from 'node:path';

/** Files to be handed over, of one tenant's submission: nothing of another can be named here. */
export function submissionFolder(workspace: string, tenant_id: string, id: string): string {
  return join(workspace, 'submissions', tenant_id, id);
}
