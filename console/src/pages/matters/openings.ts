import type { Party } from '../../../../src/model/actor.ts';
import type { Face, MatterKind } from '../../../../src/model/matter.ts';
import { limits } from '../../../../src/model/limits.ts';
import type { FieldKind, FormField } from './read-fields.ts';

/** How matters of a kind are opened. */
export interface Opening {
  /** The sides that may open one, in the order the server takes one's own. */
  readonly by: readonly Face[];
  readonly faces: Readonly<Partial<Record<Face, readonly Party[]>>>;
  readonly reason: 'needed' | 'may';
  readonly fields: readonly FormField[];
}

const supervisors: readonly Party[] = ['regulator', 'platform', 'association'];
const supervised: readonly Party[] = ['operator', 'platform'];
const reporters: readonly Party[] = ['consumer', 'operator', 'platform', 'association'];
const offices: readonly Party[] = ['regulator', 'association', 'platform'];
const sources = ['report', 'complaint', 'inspection', 'transfer', 'monitoring'];

function field(name: string, is: FieldKind, values: readonly string[] = []): FormField {
  const { casework_id_chars_max, casework_text_chars_max } = limits;
  const chars_max = is === 'id' ? casework_id_chars_max : casework_text_chars_max;
  return { name, is, optional: false, chars_max, values };
}

const maybe = (one: FormField): FormField => ({ ...one, optional: true });
const title = { ...field('title', 'text'), chars_max: limits.casework_title_chars_max };
const facts = field('facts', 'text');
const received = maybe(field('received_on', 'day'));

/** A first step has no matter that could bring its schema: this is what each kind's asks for. */
export const openings: Readonly<Record<MatterKind, Opening>> = {
  complaint: {
    by: ['applicant', 'owner'],
    faces: {
      owner: ['regulator'],
      applicant: ['consumer'],
      subject: supervised,
      helper: supervisors,
    },
    reason: 'may',
    fields: [title, received, facts, field('request', 'text')],
  },
  report: {
    by: ['applicant', 'owner'],
    faces: { owner: ['regulator'], applicant: reporters, helper: supervisors },
    reason: 'may',
    fields: [title, received, facts, field('named', 'flag')],
  },
  case: {
    by: ['owner', 'applicant'],
    faces: {
      owner: ['regulator'],
      applicant: [...reporters, 'regulator'],
      subject: [...supervised, 'consumer'],
      helper: supervisors,
    },
    reason: 'may',
    fields: [
      title,
      field('source', 'choice', sources),
      facts,
      maybe(field('clue_on', 'day')),
      maybe(field('act_ended_on', 'day')),
    ],
  },
  measure: {
    by: ['owner'],
    faces: {
      owner: ['platform'],
      subject: ['operator', 'consumer'],
      applicant: ['regulator', 'association', 'consumer', 'operator', 'platform'],
      helper: ['regulator', 'association'],
    },
    reason: 'may',
    fields: [title, facts],
  },
  order: {
    by: ['owner'],
    faces: { owner: ['regulator'], subject: supervised, helper: supervisors },
    reason: 'may',
    fields: [title, field('inspection_id', 'id'), field('findings', 'lines')],
  },
  notice: {
    by: ['owner'],
    faces: { owner: ['association'], subject: supervised, helper: ['regulator', 'platform'] },
    reason: 'may',
    fields: [title, maybe(field('findings', 'lines')), facts],
  },
  recall: {
    by: ['subject', 'owner'],
    faces: { owner: ['regulator'], subject: supervised, helper: ['platform', 'association'] },
    reason: 'may',
    fields: [title, field('product', 'text'), field('lots', 'lines'), field('defect', 'text')],
  },
  referral: {
    by: ['owner'],
    faces: { owner: offices, helper: offices, applicant: offices },
    reason: 'may',
    fields: [
      title,
      field('matter_id', 'id'),
      field('tenant_id', 'id'),
      field('why', 'text'),
      field('files', 'lines'),
    ],
  },
  draw: {
    by: ['owner'],
    faces: { owner: ['regulator', 'association'], helper: offices },
    reason: 'may',
    fields: [title, field('plan', 'text')],
  },
  unlock: {
    by: ['owner'],
    faces: { owner: offices },
    reason: 'needed',
    fields: [
      title,
      field('case_id', 'id'),
      field('subject_digest', 'digest'),
      field('fields', 'lines'),
      field('until', 'day'),
    ],
  },
  appeal: {
    by: ['applicant'],
    faces: {
      owner: ['platform'],
      applicant: ['operator', 'consumer'],
      helper: ['regulator', 'association'],
    },
    reason: 'may',
    fields: [
      title,
      field('measure_id', 'id'),
      field('grounds', 'text'),
      maybe(field('files', 'digests')),
    ],
  },
};

/** The sides of a kind on which somebody of a party may open a matter. */
export function openAs(kind: MatterKind, party: Party): Face[] {
  const { by, faces } = openings[kind];
  return by.filter((face) => faces[face]?.includes(party) === true);
}
