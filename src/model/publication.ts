/** What is published one by one. 公示信息 */
export const publicationKinds = ['decision', 'measure', 'recall', 'draw'] as const;
export type PublicationKind = (typeof publicationKinds)[number];
