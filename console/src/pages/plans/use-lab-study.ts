import { useCallback, useState } from 'react';
import type { RouteShape } from '../../../../src/server/contract/route.ts';
import type { GivenTo } from '../../api/call.ts';
import { useStudy } from '../../api/use-study.ts';
import type { Study } from '../../api/use-study.ts';
import type { WrongPlace } from '../../parts/WrongPlaces.tsx';

/** A mistake in the text of a plan, or in that of assumptions. */
export interface Wrong extends WrongPlace {
  /** Which of the plans that were sent. */
  readonly plan: number;
  readonly file: string | null;
}

/** What the server calls the text of a plan where it names a place in it. */
export const plan_file = 'plan';

/** What a study answers: mistakes alone, or all else and how it ended. */
export type Answered<T> = Partial<T> & {
  readonly wrong?: readonly Wrong[];
  readonly ended?: 'bound' | 'time';
};

export interface LabStudy<R extends RouteShape, T> extends Study<Answered<T>> {
  readonly begin: (given: GivenTo<R>) => void;
  readonly stop: () => void;
  /** Is what is shown, or under way, about this? */
  readonly isAbout: (given: GivenTo<R>) => boolean;
}

/** A study of the lab, and what it was asked: an answer about another text says nothing of this. */
export function useLabStudy<R extends RouteShape, T>(route: R): LabStudy<R, T> {
  const { start, ...study } = useStudy<R, Answered<T>>(route);
  const [asked, setAsked] = useState('');
  const begin = useCallback(
    (given: GivenTo<R>): void => {
      setAsked(JSON.stringify(given));
      start(given);
    },
    [start],
  );
  return { ...study, begin, isAbout: (given) => asked === JSON.stringify(given) };
}
