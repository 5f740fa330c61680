import { packIssueCodes } from './issue-codes-packs.ts';

/** What can be wrong with a commission plan; part of `issueCodes`. */
export const planIssueCodes = {
  'plan.bad_date': packIssueCodes['pack.bad_date'],
  'plan.depth_count': {
    severity: 'error',
    what: {
      en: '{figures} figures for {depths} depths.',
      zh: '共 {depths} 层，却写了 {figures} 个数值。',
    },
    todo: {
      en: 'Give one figure for all depths, or one for each; without end there is only one.',
      zh: '请写一个数值适用于各层，或每层一个；不限层数的只写一个。',
    },
  },
  'plan.key_for_base': {
    severity: 'error',
    what: {
      en: "'{key}' says nothing where base is {base}.",
      zh: '计酬依据为 {base} 时，“{key}”没有意义。',
    },
    todo: {
      en: 'Leave it out, or write it in a rule whose base is {bases}.',
      zh: '请删去，或写在计酬依据为 {bases} 的规则中。',
    },
  },
  'plan.key_unused': {
    severity: 'error',
    what: {
      en: "'{key}' says nothing without '{needs}'.",
      zh: '没有“{needs}”时，“{key}”没有意义。',
    },
    todo: { en: "Leave it out, or add '{needs}'.", zh: '请删去，或补上“{needs}”。' },
  },
  'plan.missing_key': {
    severity: 'error',
    what: packIssueCodes['pack.missing_key'].what,
    todo: {
      en: 'Add it; docs/reference/plan-language.md shows the form.',
      zh: '请补上；格式见 docs/reference/plan-language.md。',
    },
  },
  'plan.no_cost': {
    severity: 'error',
    what: {
      en: "Rule '{rule}' pays a share of the margin, and product '{product}' states no cost.",
      zh: '规则“{rule}”按利润计酬，但商品“{product}”未写成本。',
    },
    todo: { en: "Add 'cost' to the product.", zh: '请为该商品补上“cost”。' },
  },
  'plan.no_snapshot': {
    severity: 'error',
    what: { en: '{path} holds no snapshot.', zh: '{path} 中没有快照。' },
    todo: {
      en: 'Name the folder that `polyprism inspect -o` wrote.',
      zh: '请指定 `polyprism inspect -o` 输出的文件夹。',
    },
  },
  'plan.no_way_in': {
    severity: 'error',
    what: {
      en: "No newcomer can come in by this way as '{rank}'.",
      zh: '新加入者不能以此方式成为“{rank}”。',
    },
    todo: {
      en:
        'Ways of that rank open to newcomers: {ways}. Conditions come later; the first members ' +
        'and newcomers need a way without any.',
      zh: '该等级对新加入者开放的方式：{ways}。加入时尚无条件可言，请选用不附条件的方式。',
    },
  },
  'plan.nobody_recruits': {
    severity: 'error',
    what: {
      en: 'Nobody can join {path} by a way that lets them recruit: there is nothing to simulate.',
      zh: '{path} 没有可使加入者发展他人的加入方式，无从模拟。',
    },
    todo: {
      en: "Say how newcomers come in: 'join' in the file of --assume.",
      zh: '请在 --assume 所指文件的“join”中说明如何加入。',
    },
  },
  'plan.one_pay': {
    severity: 'error',
    what: {
      en: 'A rule with base {base} pays by one of: {keys}. Here are {seen}.',
      zh: '计酬依据为 {base} 的规则须写且只写一种报酬：{keys}。此处写了 {seen} 种。',
    },
    todo: { en: 'Write exactly one of them.', zh: '请只写其中一种。' },
  },
  'plan.own_sale_depth': {
    severity: 'error',
    what: {
      en: 'An own sale pays the buyer (depth 0) or whoever sold to it (depth 1), nobody above.',
      zh: '自销计酬只付给买家本人（0层）或直接售出者（1层），不及其上级。',
    },
    todo: {
      en: 'Write base: downline_sale for those above.',
      zh: '付给上级的请写 base: downline_sale。',
    },
  },
  'plan.shares_sum': {
    severity: 'error',
    what: { en: 'The shares add up to {sum}.', zh: '各项占比之和为 {sum}。' },
    todo: { en: 'Make them 100%.', zh: '请使其合计为 100%。' },
  },
  'plan.simulation_too_large': {
    severity: 'error',
    what: {
      en: '{population} people in {runs} runs are more than {limit} together.',
      zh: '{population} 人 × {runs} 次，合计超过 {limit}。',
    },
    todo: { en: 'Take fewer people or fewer runs.', zh: '请减少人数或次数。' },
  },
  'plan.study_time': {
    severity: 'error',
    what: {
      en: 'The time for this plan is over and nothing was found out yet.',
      zh: '本次研判时间已到，尚无结果。',
    },
    todo: {
      en: 'Give it more time, search smaller networks, or take fewer runs.',
      zh: '请延长时间、缩小搜索范围或减少推演次数。',
    },
  },
  'plan.too_large': {
    severity: 'error',
    what: {
      en: 'This plan is larger than {limit} bytes.',
      zh: '该方案超过 {limit} 字节。',
    },
    todo: { en: 'Is it a plan? See {example}.', zh: '请确认这是方案文件，示例见 {example}。' },
  },
  'plan.too_many': {
    severity: 'error',
    what: { en: 'There are more than {limit} of these.', zh: '此处超过 {limit} 项。' },
    todo: { en: 'Take some together.', zh: '请合并一部分。' },
  },
  'plan.twice': {
    severity: 'error',
    what: { en: "'{id}' is there already.", zh: '“{id}”已经有了。' },
    todo: { en: 'Give each its own id.', zh: '请各用不同的编号。' },
  },
  'plan.unknown_key': packIssueCodes['pack.unknown_key'],
  'plan.unknown_product': {
    severity: 'error',
    what: { en: "There is no product '{id}'.", zh: '没有商品“{id}”。' },
    todo: { en: 'Products of this plan: {known}.', zh: '本方案的商品：{known}。' },
  },
  'plan.unknown_rank': {
    severity: 'error',
    what: { en: "There is no rank '{id}'.", zh: '没有等级“{id}”。' },
    todo: { en: 'Ranks of this plan: {known}.', zh: '本方案的等级：{known}。' },
  },
  'plan.unreached_rank': {
    severity: 'error',
    what: {
      en: "Nothing says how rank '{rank}' is reached; only the first may be open to all.",
      zh: '未说明等级“{rank}”如何取得；只有第一个等级可以对所有人开放。',
    },
    todo: {
      en: "Add 'enter': a fee, a purchase, conditions, an appointment.",
      zh: '请补上“enter”：交费、购货、达到条件或指定。',
    },
  },
  'plan.which_plan': {
    severity: 'error',
    what: { en: 'There are {count} plans to choose from.', zh: '符合的方案有 {count} 个。' },
    todo: { en: 'Name one with --plan: {known}.', zh: '请用 --plan 指定：{known}。' },
  },
  'plan.wrong_value': packIssueCodes['pack.wrong_value'],
  'plan.yaml': packIssueCodes['pack.yaml'],
} as const;
