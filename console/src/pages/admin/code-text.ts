import type { Localised } from '../../../../src/model/localised.ts';
import { serverIssueCodes } from '../../../../src/model/issue-codes-server.ts';

/** What a code of the server means, where its text stands by itself; null for any other. */
export function codeText(code: string): Localised | null {
  const found = Object.entries(serverIssueCodes).find(([name]) => name === code);
  const what: Localised | undefined = found?.[1].what;
  return what === undefined || what.en.includes('{') ? null : what;
}
