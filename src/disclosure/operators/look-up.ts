import { isCreditCode } from '../publication/credit-code.ts';
import { isShown } from '../publication/display-term.ts';
import type { PublicRecord } from '../publication/public-record.ts';

/** A firm as the public may see it. */
export interface PublicOperator {
  readonly name: string;
  readonly credit_code: string;
  /** The licence as it is shown in the shop: number and address of the page; null: none known. */
  readonly licence: { readonly number: string; readonly url: string | null } | null;
  /** Its integrity class, and whether it agreed that it be shown or a law says so. */
  readonly integrity: {
    readonly class: string;
    readonly shown_by: 'consent' | 'law' | null;
    readonly cite: string | null;
  } | null;
}

export interface OperatorAnswer {
  readonly operator: Omit<PublicOperator, 'integrity'>;
  readonly integrity: { readonly class: string; readonly cite: string | null } | null;
  readonly decisions: readonly PublicRecord[];
  readonly measures: readonly PublicRecord[];
  readonly recalls: readonly PublicRecord[];
}

/**
 * What the public learns of one firm, asked for by its credit code or its whole name: a part of
 * a name finds nobody, so that nobody can list everybody. Natural persons are not found: their
 * names are masked. The integrity class only where the firm agreed or a law says so: a class is
 * our sum over parts, no decision, and nobody is to be rated in public by one.
 */
export function lookUp(
  asked: string,
  operators: readonly PublicOperator[],
  records: readonly PublicRecord[],
  on: string,
): OperatorAnswer[] {
  const wanted = folded(asked);
  const code = wanted.toUpperCase();
  const byCode = isCreditCode(code);
  const known = [...operators, ...firmsIn(records)].filter(({ name, credit_code }, i, all) => {
    const hit = byCode ? credit_code === code : wanted !== '' && folded(name) === wanted;
    return hit && all.findIndex((one) => one.credit_code === credit_code) === i;
  });
  return known.map(({ integrity, ...operator }) => {
    const own = records.filter(
      (one) => one.subject?.credit_code === operator.credit_code && isShown(one, on),
    );
    const of = (kind: PublicRecord['kind']): PublicRecord[] =>
      own.filter((one) => one.kind === kind);
    return {
      operator,
      integrity:
        integrity === null || integrity.shown_by === null
          ? null
          : { class: integrity.class, cite: integrity.cite },
      decisions: of('decision'),
      measures: of('measure'),
      recalls: of('recall'),
    };
  });
}

/** Firms that are known by what is published of them alone. */
function firmsIn(records: readonly PublicRecord[]): PublicOperator[] {
  return records.flatMap(({ subject }) =>
    subject === null || subject.credit_code === null
      ? []
      : [{ name: subject.name, credit_code: subject.credit_code, licence: null, integrity: null }],
  );
}

/** Full-width letters, brackets and spaces are how it was typed, not another name. */
function folded(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
}
