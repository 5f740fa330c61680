import type { FundingSums, GainGroup, ReportFunding } from '../../src/model/report-funding.ts';

function sums(id: string, recruitment: number, own_use: number, retail: number, open: number) {
  const total = recruitment + own_use + retail + open;
  const all: FundingSums = {
    id,
    entries: 40,
    unpriced: 0,
    entry_fee: recruitment,
    qualifying: 0,
    subsidy: 0,
    unknown: open,
    recruitment,
    own_use,
    retail,
    open,
    total,
    settled: total > 0,
  };
  return all;
}

function group(id: string, payers: number, earned: number): GainGroup {
  return { id, payers, never_back: Math.floor(payers * 0.8), paid_in: payers * 39_900, earned };
}

/** Fourteen months of commission, one of them without any share, and gains that thin out below. */
export function sampleFunding(text: (plain: string) => string): ReportFunding {
  const months = Array.from({ length: 14 }, (_, i) => {
    const year = 2024 + Math.floor((i + 11) / 12);
    const month = `${year}-${String(((i + 11) % 12) + 1).padStart(2, '0')}`;
    return i === 5
      ? sums(month, 0, 0, 0, 0)
      : sums(month, 30_000 + i * 4_000, 40_000, 90_000 - i * 3_000, 9_000);
  });
  const by_level = [1, 2, 3, 4, 5].map((level) =>
    group(String(level), 3 * 4 ** level, 9_000_000 / level ** 3),
  );
  return {
    whole: sums('all', 784_000, 560_000, 897_000, 126_000),
    months,
    plans: [],
    beneficiaries: [sums(text('U10001'), 90_000, 20_000, 15_000, 1_000)],
    open: [{ reason: 'buyer_not_named', amount: 126_000 }],
    gains: {
      ...group('all', 4_092, 11_000_000),
      never_back_all: 3_900,
      own_use: 8_000_000,
      accrued: 11_500_000,
      paid: 9_000_000,
      withdrawn: 7_000_000,
      earners: 512,
      top_earners: 6,
      earners_minor: 11_500_000,
      top_earners_minor: 5_100_000,
      gini: 0.8412,
    },
    cash: {
      fees: 163_270_800,
      orders: 20_000_000,
      cash_in: 183_270_800,
      stored: 1_000_000,
      unnamed: 0,
      unpriced: 0,
      accrued: 11_500_000,
      paid: 9_000_000,
      unpaid: 2_500_000,
      left: 174_270_800,
      exceeds: false,
      needs: [],
    },
    by_level: by_level.map((one) => ({ ...one, earned: Math.round(one.earned) })),
    by_month: [group('2025-01', 900, 3_000_000), group('2025-02', 1_200, 1_000_000)],
    flows: [
      { from_level: 3, to_level: 2, amount: 4_000_000 },
      { from_level: 3, to_level: 1, amount: 2_500_000 },
      { from_level: null, to_level: 2, amount: 900_000 },
    ],
  };
}
