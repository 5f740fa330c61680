import type { ChangeKind } from './compare-days.ts';
import type { ColumnFile, ExplorerIndex } from './explorer-index.ts';
import { columnReader } from './read-columns.ts';
import type { ReadBytes } from './read-columns.ts';
import { keyReader } from './read-keys.ts';
import type { FoundKey, KeyReader } from './read-keys.ts';
import { readSchemes } from './read-schemes.ts';
import type { Schemes } from './read-schemes.ts';
import { tileReader } from './read-tiles.ts';
import type { TileReader } from './read-tiles.ts';

/** Orders in which recruits can be listed. */
export type RecruitOrder = 'size' | 'joined' | 'money';

/** What is told of one member; of money null where the data say nothing of it. */
export interface MemberSummary {
  readonly number: number;
  readonly id: string;
  readonly parent: number | null;
  readonly level: number;
  readonly people: number;
  readonly levels: number;
  readonly direct: number;
  /** Days since 1970-01-01; null where unknown. */
  readonly joined_day: number | null;
  /** Tenth of joining, 0 first; null where unknown. */
  readonly tenth: number | null;
  /** How many of the lines of the 2013 opinions it stands at. */
  readonly line: number;
  /** Members with thirty people and three levels in the subtree, itself included. */
  readonly candidates: number;
  readonly paid_in_minor: number | null;
  readonly earned_minor: number | null;
  readonly subtree_paid_in_minor: number | null;
  readonly subtree_earned_minor: number | null;
}

export interface Crossing {
  readonly day: number;
  readonly line: string;
  readonly number: number;
}

/** What became of a member between two days, and how many people more it has below. */
export interface MemberChange {
  readonly kind: ChangeKind;
  readonly grown: number;
}

/** An explorer folder, read as far as it is asked for. */
export interface Explorer extends TileReader {
  readonly index: ExplorerIndex;
  /** Where the schemes are, for `sectorOf`. */
  readonly schemes: () => Promise<Schemes>;
  /** Ids, or keys of persons, that begin with a text. */
  readonly search: (prefix: string, most: number, by?: 'id' | 'person') => Promise<FoundKey[]>;
  readonly numberOf: (id: string) => Promise<number | null>;
  /** From the root down to the member; of a longer path the last `most`. */
  readonly pathTo: (number: number, most?: number) => Promise<number[]>;
  readonly summary: (number: number) => Promise<MemberSummary>;
  /** Recruits `from` to `to` in an order; of nobody (null), the roots. Null: order unknown. */
  readonly recruits: (
    of: number | null,
    order: RecruitOrder,
    from: number,
    to: number,
  ) => Promise<number[] | null>;
  /** Crossings of one member, by line. */
  readonly crossingsOf: (number: number) => Promise<Crossing[]>;
  /** Crossings from one day to another, both included, by day; `skip` of them left out. */
  readonly timeline: (
    first_day: number,
    last_day: number,
    most: number,
    skip?: number,
  ) => Promise<Crossing[]>;
  /** Null where no two days were compared, as in `changed`. */
  readonly changeOf: (number: number) => Promise<MemberChange | null>;
  /** Members `from` to `to` of those of whom one thing became, and how many there are. */
  readonly changed: (
    kind: ChangeKind,
    from: number,
    to: number,
  ) => Promise<{ readonly count: number; readonly numbers: readonly number[] } | null>;
}

const UNKNOWN_DAY = 0x7fff_ffff;
const UNKNOWN_TENTH = 255;

/** Opens a folder through any way to read parts of its files. Needs nothing of Node. */
export async function openExplorer(read: ReadBytes): Promise<Explorer> {
  const text = new TextDecoder().decode(await read('index.json'));
  // Of our own making: its schema is all that is asked.
  const index = JSON.parse(text) as ExplorerIndex;
  if (index.schema !== 'polyprism.explorer/1') throw new RangeError('no explorer of this version');
  const values = columnReader(read);
  const column = (name: string): ColumnFile => index.columns[name]!;
  const value = (name: string, at: number): Promise<number> => values.value(column(name), at);
  const keys = new Map<string, Promise<KeyReader>>();
  const keysBy = (name: string): Promise<KeyReader> | null => {
    const files = index.keys[name];
    if (files === undefined) return null;
    const reader = keys.get(name) ?? keyReader(files, read);
    keys.set(name, reader);
    return reader;
  };
  const search: Explorer['search'] = async (prefix, most, by = 'id') =>
    (await (await keysBy(by))?.search(prefix, most)) ?? [];
  return {
    index,
    schemes: () => readSchemes(index, read),
    ...(await tileReader(index, read)),
    search,
    numberOf: async (id) => {
      const [first] = await search(id, 1);
      return first?.key === id ? first.number : null;
    },
    pathTo: async (number, most = Number.POSITIVE_INFINITY) => {
      const path = [number];
      for (let at = await value('member_parent', number); at >= 0 && path.length < most;) {
        path.push(at);
        at = await value('member_parent', at);
      }
      return path.toReversed();
    },
    summary: async (number) => {
      const place = await value('member_id_place', number);
      const { key } = await (await keysBy('id')!).at(place);
      return { number, id: key, ...(await figuresOf(index, value, number)) };
    },
    recruits: async (of, order, from, to) => {
      const listed = index.columns[`recruit_${order}`];
      if (listed === undefined) return null;
      const whose = of ?? index.members;
      const begins = await value('recruit_at', whose);
      const ends = await value('recruit_at', whose + 1);
      return await values.range(listed, begins + from, Math.min(begins + to, ends));
    },
    ...crossingReader(index, values),
    ...changeReader(index, values),
  };
}

type Value = (name: string, at: number) => Promise<number>;

async function figuresOf(
  index: ExplorerIndex,
  value: Value,
  number: number,
): Promise<Omit<MemberSummary, 'number' | 'id'>> {
  const people = await value('member_people', number);
  const parent = await value('member_parent', number);
  const joined = await value('member_joined_day', number);
  const tenth = await value('member_tenth', number);
  const sum = async (name: string, members: number): Promise<number | null> =>
    index.columns[name] === undefined
      ? null
      : (await value(name, number + members)) - (await value(name, number));
  return {
    parent: parent < 0 ? null : parent,
    level: await value('member_level', number),
    people,
    levels: await value('member_levels', number),
    direct: await value('member_direct', number),
    joined_day: joined === UNKNOWN_DAY ? null : joined,
    tenth: tenth === UNKNOWN_TENTH ? null : tenth,
    line: await value('member_line', number),
    candidates: (await sum('sum_candidates', people)) ?? 0,
    paid_in_minor: await sum('sum_paid_in', 1),
    earned_minor: await sum('sum_earned', 1),
    subtree_paid_in_minor: await sum('sum_paid_in', people),
    subtree_earned_minor: await sum('sum_earned', people),
  };
}

/** Crossings are three numbers each: day, line, member. */
function crossingReader(
  index: ExplorerIndex,
  values: ReturnType<typeof columnReader>,
): Pick<Explorer, 'crossingsOf' | 'timeline'> {
  const at = async (file: ColumnFile, i: number): Promise<Crossing> => {
    const [day, line, number] = await values.range(file, i * 3, i * 3 + 3);
    return { day: day!, line: index.lines[line!]!, number: number! };
  };
  /** The first crossing whose number at `place` of the three is not below a bound. */
  const firstFrom = async (file: ColumnFile, place: number, bound: number): Promise<number> => {
    let low = 0;
    let high = file.length / 3;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((await values.value(file, middle * 3 + place)) < bound) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const list = async (file: ColumnFile, from: number, to: number): Promise<Crossing[]> => {
    const found: Crossing[] = [];
    for (let i = from; i < to; i++) found.push(await at(file, i));
    return found;
  };
  return {
    crossingsOf: async (number) => {
      const file = index.columns['crossing_by_member']!;
      return await list(
        file,
        await firstFrom(file, 2, number),
        await firstFrom(file, 2, number + 1),
      );
    },
    timeline: async (first_day, last_day, most, skip = 0) => {
      const file = index.columns['crossing_by_day']!;
      const from = (await firstFrom(file, 0, first_day)) + skip;
      const to = await firstFrom(file, 0, last_day + 1);
      return await list(file, from, Math.min(from + most, to));
    },
  };
}

function changeReader(
  index: ExplorerIndex,
  values: ReturnType<typeof columnReader>,
): Pick<Explorer, 'changeOf' | 'changed'> {
  const column = (name: string): ColumnFile => index.columns[name]!;
  return {
    changeOf: async (number) => {
      if (index.change === null) return null;
      const kind = await values.value(column('change_kind'), number);
      const grown = await values.value(column('change_grown'), number);
      return { kind: index.change.kinds[kind]!, grown };
    },
    changed: async (kind, from, to) => {
      if (index.change === null) return null;
      const place = index.change.kinds.indexOf(kind);
      const [begins, ends] = await values.range(column('change_at'), place, place + 2);
      const last = Math.min(begins! + to, ends!);
      const numbers = await values.range(column('change_list'), begins! + from, last);
      return { count: ends! - begins!, numbers };
    },
  };
}
