/** From raw tables to canonical ones: mappings, values, plans; part of `issueCodes`. */
export const mappingIssueCodes = {
  'consistency.direct_count_differs': {
    severity: 'warning',
    what: {
      en: 'The direct-recruit count kept in the data differs from the recruits found.',
      zh: '数据中缓存的直推人数与实际推荐关系不一致。',
    },
    todo: {
      en: 'Rows may have been removed: compare with other copies of the data.',
      zh: '可能有记录被删除，请与其他数据副本比对。',
    },
  },
  'consistency.item_sum_differs': {
    severity: 'warning',
    what: {
      en: 'The lines of these orders do not add up to an amount the order states.',
      zh: '这些订单的商品合计与订单金额不符。',
    },
    todo: {
      en: 'Postage, coupons and altered prices explain small differences; look at the others.',
      zh: '运费、优惠、改价可解释小额差异，请核对其余订单。',
    },
  },
  'consistency.money_unit_differs': {
    severity: 'error',
    what: {
      en: 'Orders and their lines differ by a factor of {factor}: one has another money unit.',
      zh: '订单与商品明细金额相差 {factor} 倍，其中一方的货币单位有误。',
    },
    todo: {
      en: 'Set `as: money_major` or `as: money_minor` for the amounts in the mapping file.',
      zh: '请在映射文件中为金额列指定 money_major 或 money_minor。',
    },
  },
  'consistency.promoter_differs': {
    severity: 'info',
    what: {
      en: "The promoter kept on the order is not the buyer's recruiter of today.",
      zh: '订单上记录的推广员与买家当前的推荐人不一致。',
    },
    todo: {
      en: 'The relation may have been changed after the order.',
      zh: '推荐关系可能在下单后被更改。',
    },
  },
  'consistency.reference_missing': {
    severity: 'info',
    what: {
      en: '{column} refers to rows that are not in the data.',
      zh: '{column} 指向的记录不在数据中。',
    },
    todo: { en: 'Check whether the data are complete.', zh: '请检查数据是否完整。' },
  },
  'mapping.code_unknown': {
    severity: 'warning',
    what: {
      en: "{column}: a code the mapping does not know ('{sample}'), read as 'other'.",
      zh: '{column}：映射中没有的代码（“{sample}”），按 other 读取。',
    },
    todo: { en: 'Add the code to the mapping file.', zh: '请在映射文件中补充该代码。' },
  },
  'mapping.column_missing': {
    severity: 'info',
    what: {
      en: 'Raw table {table} has no column {column}; {to} stays unknown.',
      zh: '原始表 {table} 没有列 {column}，{to} 无从得知。',
    },
    todo: { en: '', zh: '' },
  },
  'mapping.contact_masked': {
    severity: 'info',
    what: {
      en: '{column}: masked values cannot tell people apart and are left empty.',
      zh: '{column}：已脱敏的值无法区分个人，留空处理。',
    },
    todo: { en: 'Ask for unmasked data.', zh: '请索取未脱敏数据。' },
  },
  'mapping.duplicate_conflict': {
    severity: 'error',
    what: {
      en: "{column}: rows with one key contradict each other ('{sample}'); the first is kept.",
      zh: '{column}：同一主键（“{sample}”）的多行内容互相矛盾，保留第一行。',
    },
    todo: {
      en: 'Find out which is right; if the key is not one, map another column or add a prefix.',
      zh: '请查明哪一行正确；若该列并非主键，请改用其他列或加前缀。',
    },
  },
  'mapping.duplicate_folded': {
    severity: 'info',
    what: {
      en: "{column}: rows that repeat an earlier row ('{sample}') are counted once.",
      zh: '{column}：与前面的行（“{sample}”）重复的行只计一次。',
    },
    todo: { en: '', zh: '' },
  },
  'mapping.epoch_in_ms': {
    severity: 'info',
    what: {
      en: "{column}: Unix times in milliseconds among seconds ('{sample}'), read as such.",
      zh: '{column}：秒级时间戳中混有毫秒值（“{sample}”），已按毫秒读取。',
    },
    todo: { en: '', zh: '' },
  },
  'mapping.invalid': {
    severity: 'error',
    what: { en: '{problem}.', zh: '映射文件有误：{problem}。' },
    todo: { en: 'Correct the mapping file.', zh: '请修改映射文件。' },
  },
  'mapping.json_broken': {
    severity: 'warning',
    what: {
      en: '{column}: the text is not valid JSON, so the value is unknown.',
      zh: '{column}：内容不是有效的 JSON，该值未知。',
    },
    todo: { en: 'Look at the raw row.', zh: '请查看原始行。' },
  },
  'mapping.key_missing': {
    severity: 'error',
    what: {
      en: 'Rows of {table} without a readable {to} are refused.',
      zh: '{table} 中缺少可读 {to} 的行被拒收。',
    },
    todo: {
      en: 'If another column names the row, map that one.',
      zh: '若另有列可作主键，请改用该列。',
    },
  },
  'mapping.money_rounded': {
    severity: 'warning',
    what: {
      en: "{column}: amounts finer than the currency ('{sample}') are rounded half away from zero.",
      zh: '{column}：金额小数位超过货币最小单位（“{sample}”），已四舍五入。',
    },
    todo: { en: '', zh: '' },
  },
  'mapping.table_missing': {
    severity: 'info',
    what: {
      en: 'There is no raw table {table}; nothing of it reaches {to}.',
      zh: '没有原始表 {table}，{to} 缺少该来源。',
    },
    todo: { en: '', zh: '' },
  },
  'mapping.value_unreadable': {
    severity: 'warning',
    what: {
      en: "{column}: '{sample}' cannot be read; the value is unknown.",
      zh: '{column}：无法读取“{sample}”，该值未知。',
    },
    todo: {
      en: 'Correct the column or its reading in the mapping file.',
      zh: '请修正数据或映射文件中的读取方式。',
    },
  },
  'plan.setting_unreadable': {
    severity: 'warning',
    what: {
      en: "Setting {column} = '{sample}' cannot be read; what it decides stays unknown.",
      zh: '配置项 {column} 的值“{sample}”无法读取，相应内容未知。',
    },
    todo: { en: 'Look at the configuration row.', zh: '请查看该配置行。' },
  },
} as const;
