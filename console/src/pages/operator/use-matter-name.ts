import { useLocalised } from '../../app/language.ts';
import type { Matter } from '../matters/matter-types.ts';
import { useValueWords } from '../matters/use-value-words.ts';
import { saidIn } from './said-in.ts';

/** What a matter is called where its own title is its office's and not shown to this side. */
export function useMatterName(): (matter: Matter) => string {
  const local = useLocalised();
  const words = useValueWords('measure');
  return (matter) => {
    const { kind, kind_title, title } = matter;
    const what = kind === 'measure' ? saidIn(matter, 'decide', 'measure') : null;
    if (what !== null) return words.value('decide', 'measure', what) ?? what;
    // The server has both names of the kind in the place of such a title.
    return title === `${kind_title.zh} ${kind_title.en}` ? local(kind_title) : title;
  };
}
