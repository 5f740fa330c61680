import { sha256 } from '../evidence/digest.ts';
import { PolyprismError } from '../model/issue.ts';
import type { LinkCutDecision } from '../model/link-cut.ts';
import { linkKinds } from '../model/link-kinds.ts';
import type { LinkKind } from '../model/link-kinds.ts';
import { reporterFor } from './diagnostic.ts';
import type { Diagnostic } from './diagnostic.ts';
import { day, list, maybe, needed, nodeAt, oneOf, parseYaml, record } from './yaml-shape.ts';
import { text, wrong } from './yaml-shape.ts';
import type { Yaml } from './yaml-shape.ts';

/** The keys of an object whose type is known. */
const kinds = Object.keys(linkKinds) as LinkKind[];

const cutFile = record({
  schema: needed(oneOf('polyprism.link_cuts/1')),
  cuts: needed(
    list(
      record({
        kinds: needed(list(oneOf(...kinds), 1)),
        account: maybe(text()),
        other_account: maybe(text()),
        link_key: maybe(text()),
        author: needed(text()),
        reason: needed(text()),
        decided_on: needed(day),
      }),
      1,
    ),
  ),
});

/** Reads link-cuts.yaml; throws the first thing wrong with it, with its place. */
export function parseLinkCuts(source: string, file: string): LinkCutDecision[] {
  const diagnostics: Diagnostic[] = [];
  const report = reporterFor({ name: file, text: source, sha256: sha256(source) }, diagnostics);
  const yaml = parseYaml(source, 0, report);
  const read = yaml ? cutFile(yaml, yaml.document.contents, null) : undefined;
  const cuts = (read?.cuts ?? []).map((one) => ({
    ...one,
    account: one.account ?? null,
    other_account: one.other_account ?? null,
    link_key: one.link_key ?? null,
  }));
  if (yaml) cuts.forEach((one, i) => check(yaml, one, i));
  const [first] = diagnostics;
  if (first) throw new PolyprismError(first.code, first.params, first.place);
  return cuts;
}

/** Two accounts, or a value; of two accounts the one that leaves and another. */
function check(yaml: Yaml, { account, other_account, link_key }: LinkCutDecision, i: number): void {
  const at = (...path: readonly string[]) => nodeAt(yaml, ['cuts', i, ...path]);
  if ((other_account === null) === (link_key === null)) {
    wrong(yaml, at(), null, 'account + other_account | link_key | account + link_key');
  } else if (other_account !== null && (account === null || account === other_account)) {
    wrong(yaml, at('other_account'), null, 'account ≠ other_account');
  }
}
