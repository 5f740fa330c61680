import { useSearchParams } from 'react-router';

/** By which packs and on which day plans are judged; both are in the address. */
export interface Judging {
  readonly packs: readonly string[];
  /** null: today. */
  readonly as_of: string | null;
  readonly choose: (packs: readonly string[]) => void;
  readonly chooseDay: (day: string) => void;
  /** As routes take it. */
  readonly body: { readonly packs: string[]; readonly as_of?: string };
}

const usual = 'cn';

export function useJudging(): Judging {
  const [search, setSearch] = useSearchParams();
  const packs = (search.get('packs') ?? usual).split(',').filter((id) => id !== '');
  const as_of = search.get('on');
  const set = (name: string, value: string): void =>
    setSearch(
      (last) => {
        if (value === '') last.delete(name);
        else last.set(name, value);
        return last;
      },
      { replace: true },
    );
  return {
    packs,
    as_of,
    choose: (ids) => set('packs', ids.length === 0 || ids.join() === usual ? '' : ids.join()),
    chooseDay: (day) => set('on', day),
    body: { packs, ...(as_of !== null && { as_of }) },
  };
}
