import type { Matter } from '../matters/matter-types.ts';
import { useMatterTitle } from '../matters/use-matter-title.ts';
import { useValueWords } from '../matters/use-value-words.ts';
import { saidIn } from './said-in.ts';

/** What a matter is called where its own title is its office's and not shown to this side. */
export function useMatterName(): (matter: Matter) => string {
  const titleOf = useMatterTitle();
  const words = useValueWords('measure');
  return (matter) => {
    const what = matter.kind === 'measure' ? saidIn(matter, 'decide', 'measure') : null;
    return what === null ? titleOf(matter) : (words.value('decide', 'measure', what) ?? what);
  };
}
