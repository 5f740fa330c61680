import { openInputs } from '../../../src/intake/input/open-inputs.ts';
import type { OpenInputs } from '../../../src/intake/input/open-inputs.ts';
import { IssueLog } from '../../../src/model/issue.ts';
import { limits } from '../../../src/model/limits.ts';
import type { Limits } from '../../../src/model/limits.ts';
import { tempFolder } from './temp-folder.ts';

export interface Opened {
  readonly names: readonly string[];
  readonly codes: readonly string[];
  readonly opened: OpenInputs;
}

/** Opens a folder of files, some limits changed; issues come as 'code file'. */
export async function openFiles(
  files: Readonly<Record<string, Uint8Array>>,
  changed: Partial<Limits> = {},
): Promise<Opened> {
  const issues = new IssueLog();
  const options = { limits: { ...limits, ...changed } };
  const opened = await openInputs([tempFolder(files)], issues, options);
  const codes = issues.list().map(({ code, file }) => `${code} ${file ?? ''}`.trim());
  return { names: opened.files.map(({ name }) => name), codes, opened };
}
