/** What a report can be written as. */
export const formats = ['html', 'md', 'csv', 'json'] as const;
export type Format = (typeof formats)[number];
