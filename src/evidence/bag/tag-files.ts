import type { Localised } from '../../model/localised.ts';
import { utf8Bytes } from '../bytes.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { SigningKey } from '../ed25519.ts';
import { envelopeOf } from '../statement/envelope.ts';
import { payloadOf, statementOf, statement_type } from '../statement/statement.ts';
import { digested } from './bag-file.ts';
import type { BagContent, BagFile } from './bag-file.ts';
import { bag_paths, declaration_text, digest_names } from './bag-paths.ts';
import { manifestText } from './manifest.ts';

export const bag_predicate = 'urn:polyprism:bag:1';

/** What a bag says of itself beside its payload; the time it was made stands here alone. */
export interface BagInfo {
  /** A calendar date. */
  readonly bagged_on: string;
  readonly software: string;
  /** The case it belongs to; null without one. */
  readonly case_id: string | null;
}

/** All files of a bag but its payload, signed when there is a key to sign with. */
export function tagFiles(
  payload: readonly BagFile[],
  info: BagInfo,
  readme: Localised,
  key: SigningKey | null,
): BagContent[] {
  const text = (path: string, content: string): BagContent => ({
    path,
    content: utf8Bytes(content),
  });
  const signed = [
    text(bag_paths.declaration, declaration_text),
    text(bag_paths.info, infoText(payload, info)),
    text(bag_paths.readme_en, readme.en),
    text(bag_paths.readme_zh, readme.zh),
    ...digest_names.map((one) => text(bag_paths.manifests[one], manifestText(payload, one))),
  ];
  const seal = key ? [text(bag_paths.seal, sealText(signed, key))] : [];
  const tags = [...signed, ...seal];
  const listed = tags.map(digested);
  return [
    ...tags,
    ...digest_names.map((one) => text(bag_paths.tag_manifests[one], manifestText(listed, one))),
  ];
}

/** Bytes and number of the files of the payload, as BagIt writes it. */
export function oxumOf(payload: readonly BagFile[]): string {
  return `${payload.reduce((sum, { bytes }) => sum + bytes, 0)}.${payload.length}`;
}

function infoText(payload: readonly BagFile[], info: BagInfo): string {
  const lines = [
    ['Bag-Software-Agent', info.software],
    ['Bagging-Date', info.bagged_on],
    ...(info.case_id === null ? [] : [['External-Identifier', info.case_id]]),
    ['Payload-Oxum', oxumOf(payload)],
  ];
  // A value of two lines would be read as two.
  return lines.map(([name, value]) => `${name}: ${value?.replaceAll(/\s+/g, ' ')}\n`).join('');
}

/** The statement that these files belong together, which through the manifests are all of them. */
function sealText(files: readonly BagContent[], key: SigningKey): string {
  const subjects = files.map(digested).map(({ path, sha256 }) => ({ name: path, sha256 }));
  const payload = payloadOf(statementOf(subjects, bag_predicate, {}));
  return `${canonicalJson(envelopeOf(statement_type, payload, key))}\n`;
}
