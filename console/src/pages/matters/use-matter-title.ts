import { useCallback } from 'react';
import { useLocalised } from '../../app/language.ts';
import type { MatterRow } from './matter-types.ts';

export type TitleOf = (row: Pick<MatterRow, 'title' | 'kind_title'>) => string;

/** A matter's title; where one's side is not told it, what kind of matter it is. */
export function useMatterTitle(): TitleOf {
  const local = useLocalised();
  return useCallback(({ title, kind_title }) => title ?? local(kind_title), [local]);
}
