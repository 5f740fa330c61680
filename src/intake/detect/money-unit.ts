import type { Localised } from '../../model/localised.ts';
import type { RawColumn } from '../../model/snapshot.ts';
import type { ColumnProfile } from './profile.ts';
import { toWords } from './words.ts';

export type MoneyUnit = 'major' | 'minor';

export interface MoneyEvidence {
  readonly unit: MoneyUnit;
  /** Whether the column itself says so; else the whole system decides. */
  readonly said: boolean;
  readonly reason: Localised;
}

const minorWords = new Set(['fen', 'cent', 'penny', 'pence', 'minor']);
const majorWords = new Set(['yuan', 'rmb', 'dollar', 'usd', 'eur', 'cny']);

/** What a column's own name, COMMENT, type and values say of its unit; null for nothing. */
export function unitOf(
  column: RawColumn,
  profile: ColumnProfile | undefined,
): MoneyEvidence | null {
  const { tokens, unit, joined } = toWords(column.name);
  const remark = `${unit ?? ''} ${column.comment ?? ''}`.normalize('NFKC');
  const comment = remark.trim();
  if (
    tokens.some((token) => minorWords.has(token)) ||
    /分(?![佣销润享类级成红期组])|单位\s*(?:[:：]\s*)?分|\bcents?\b|\bfen\b/i.test(comment)
  ) {
    return said('minor', `"${column.name}" ${comment}`.trim());
  }
  if (profile !== undefined && profile.fractions > 0) {
    return {
      unit: 'major',
      said: true,
      reason: { en: 'values have decimals', zh: '取值含小数' },
    };
  }
  if (
    tokens.some((token) => majorWords.has(token)) ||
    /元|yuan|¥|美元|dollar/i.test(comment) ||
    joined.endsWith('元')
  ) {
    return said('major', `"${column.name}" ${comment}`.trim());
  }
  if (profile?.values.some((value) => /[¥¥$€元]|\.\d/.test(value))) {
    return {
      unit: 'major',
      said: true,
      reason: {
        en: 'values are written as decimals or with a sign',
        zh: '取值以小数或货币符号书写',
      },
    };
  }
  if (/^(decimal|numeric)\(\d+,\s*[1-9]|^(double|float|real|money)/i.test(column.type ?? '')) {
    return {
      unit: 'major',
      said: true,
      reason: { en: `declared as ${column.type}`, zh: `声明类型为 ${column.type}` },
    };
  }
  return null;
}

function said(unit: MoneyUnit, what: string): MoneyEvidence {
  return {
    unit,
    said: true,
    reason: { en: `said by ${what}`, zh: `由 ${what} 说明` },
  };
}

/**
 * The unit of whole numbers nobody explains, from all such columns of a system together. Counts
 * of fen are large, seldom below 100, and not all round hundreds; whole yuan are the opposite.
 */
export function guessUnit(
  profiles: readonly ColumnProfile[],
  saidElsewhere: readonly MoneyUnit[],
): MoneyEvidence {
  const major = saidElsewhere.filter((unit) => unit === 'major').length;
  const minor = saidElsewhere.length - major;
  if (saidElsewhere.length > 0 && major !== minor) {
    const unit = major > minor ? 'major' : 'minor';
    return {
      unit,
      said: false,
      reason: {
        en:
          `whole numbers; ${Math.max(major, minor)} other money columns of the data are in ` +
          `${unit} units`,
        zh: `整数；数据中另有 ${Math.max(major, minor)} 个金额列为${unit === 'major' ? '元' : '分'}`,
      },
    };
  }
  // The few prices of a fee or a package are round or not by taste: they do not vote.
  const filled = profiles.filter((profile) => profile.median !== null && profile.distinct >= 5);
  const votes = filled.map((profile) => {
    const tiny = profile.small / profile.meant;
    const round = profile.hundreds / profile.meant;
    return tiny < 0.02 && (profile.median ?? 0) >= 1000 && round < 0.9
      ? 1
      : tiny === 0 && (profile.median ?? 0) >= 20_000
        ? 0.5
        : -1;
  });
  const sum = votes.reduce((total: number, vote) => total + vote, 0);
  const unit = sum > 0 ? 'minor' : 'major';
  return {
    unit,
    said: false,
    reason:
      unit === 'minor'
        ? {
            en: 'whole numbers, large, hardly any below 100 and not all round: minor units (fen)',
            zh: '均为整数，数值大，几乎无小于100者且不全为整百：按分计',
          }
        : {
            en: 'whole numbers of everyday size: major units (yuan)',
            zh: '均为整数且大小符合日常价格：按元计',
          },
  };
}
