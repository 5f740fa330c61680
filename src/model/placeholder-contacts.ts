/**
 * Contacts typed to get past a form, and the test number of China Mobile: they name nobody, and
 * would tie strangers together.
 */
export const placeholderContacts: readonly string[] = [
  '无',
  '没有',
  '暂无',
  '未填写',
  'null',
  'none',
  'n/a',
  '-',
  '13800000000',
  '13800138000',
  '13888888888',
  '18888888888',
  '13000000000',
  '12345678901',
  '123456789012345678',
];
