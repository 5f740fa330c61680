import { createHmac } from 'node:crypto';
import { placeholderContacts } from '../model/placeholder-contacts.ts';

/** Columns that hold keyed pseudonyms: what comes in them is a phone, a number, a contact. */
export const pseudonymColumns: ReadonlySet<string> = new Set([
  'member.person_key',
  'account_link.link_key',
  'operator.contact',
  'streamer.person_key',
]);

/** Columns that name an account of a person, whose id some software makes of the phone. */
export const personIdColumns: ReadonlySet<string> = new Set([
  'author_id',
  'beneficiary_id',
  'buyer_id',
  'endorser_id',
  'from_id',
  'member_id',
  'opened_by',
  'placement_id',
  'promoter_id',
  'recruiter_id',
  'source_member_id',
  'streamer_id',
  'subject_id',
  'to_id',
]);

/** Columns in which people write: a phone or identity number may stand anywhere in them. */
export const writtenColumns: ReadonlySet<string> = new Set([
  'address',
  'body',
  'claims',
  'incentive',
  'name',
  'reason',
  'refusal_reason',
  'responsible_person',
  'statement',
  'title',
]);

/** Makes pseudonyms of what identifies people, under the key of the workspace. */
export interface Pseudonyms {
  /** Of a contact or number; null for a placeholder or a masked value: it tells nobody apart. */
  readonly ofContact: (text: string) => string | null;
  /** The id itself, unless it is a phone or an identity number. */
  readonly ofPersonId: (id: string) => string;
  /** The text with every phone and identity number in it replaced. */
  readonly inText: (text: string) => string;
}

/** Pseudonyms as the import makes them: the same key and number give the same pseudonym. */
export function pseudonymsUnder(key: Uint8Array): Pseudonyms {
  const keyed = (text: string): string =>
    createHmac('sha256', key).update(text, 'utf8').digest('hex');
  return {
    ofContact: (text) => {
      if (isPseudonym.test(text)) return text;
      const one = normalisedContact(text);
      return one === null ? null : keyed(one);
    },
    ofPersonId: (id) => {
      const one = normalisedContact(id);
      return one !== null && isIdentity(one) ? `p${keyed(one)}` : id;
    },
    inText: (text) =>
      someDigits.test(text)
        ? text.replace(numbersInText, (found) => {
            const one = normalisedContact(found);
            return one !== null && isIdentity(one) ? `[#${keyed(one).slice(0, 16)}]` : found;
          })
        : text,
  };
}

const isPseudonym = /^[0-9a-f]{64}$/;
const someDigits = /[0-9０-９]{3}/;
/** Mobile numbers, grouped or not, and identity numbers, no further digit beside them. */
const numbersInText = new RegExp(
  '(?<!D)(?:[1１][3-9３-９]D(?:[ -]?D{4}){2}|D{17}[0-9０-９xXｘＸ])(?!D)'.replaceAll(
    'D',
    '[0-9０-９]',
  ),
  'g',
);

const placeholders = new Set(placeholderContacts);

/** One spelling of a contact, as the import brings it to: see sql-pseudonym.ts. */
export function normalisedContact(text: string): string | null {
  const folded = text.replace(/[\uff01-\uff5e]/g, halfWidth).replaceAll('\u3000', ' ');
  const bare = folded.trim().replace(/[\s\-\u2010-\u2015()]/g, '');
  const local = bare.replace(/^(?:\+|00)?86(1[3-9][0-9]{9})$/, '$1');
  const first = local.slice(0, 1);
  if (local === '' || placeholders.has(local.toLowerCase()) || local.includes('*')) return null;
  if (local.replaceAll(first, '') === '') return null;
  return /^[0-9]{17}[xX]$/.test(local) ? local.toUpperCase() : local;
}

function halfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** A mobile number of China, or a resident identity number whose check digit is right. */
export function isIdentity(text: string): boolean {
  if (/^1[3-9][0-9]{9}$/.test(text)) return true;
  return /^[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9X]$/.test(text) && hasCheckDigit(text);
}

/** GB 11643-1999: ISO 7064, MOD 11-2. */
function hasCheckDigit(text: string): boolean {
  let rest = 0;
  for (let i = 0; i < 17; i += 1) rest = ((rest + Number(text[i])) * 2) % 11;
  return '0123456789X'[(12 - rest) % 11] === text[17];
}
