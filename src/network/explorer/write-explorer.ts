import { canonicalJson } from '../../evidence/canonical-json.ts';
import { sha256 } from '../../evidence/digest.ts';
import { allGlyphs } from './all-glyphs.ts';
import { childLists } from './child-lists.ts';
import { colours } from './colours.ts';
import { EXPLORER_SCHEMA } from './explorer-index.ts';
import type { ColumnFile, ExplorerIndex } from './explorer-index.ts';
import { glyphFacts } from './glyph-facts.ts';
import type { GlyphFacts } from './glyph-facts.ts';
import { changeKinds } from './compare-days.ts';
import type { DayChange } from './compare-days.ts';
import { keyWriter } from './key-writer.ts';
import { layOut } from './layout.ts';
import type { Layout } from './layout.ts';
import { NEAREST_PX, SPACING_PX, TILE_PX, ZOOM_MAX } from './spacing.ts';
import { crossings } from './timeline.ts';
import type { LineDays } from './timeline.ts';
import type { WalkOrder } from './walk-order.ts';
import { writeTiles } from './write-tiles.ts';

/** What changed between the ends of two ISO dates. */
export interface ExplorerChange extends DayChange {
  readonly since: string;
  readonly until: string;
}

/** What an explorer is made of; arrays are by the numbers of `order`. */
export interface ExplorerInput {
  readonly tree: string;
  /** ISO date; null where the data name none. */
  readonly day: string | null;
  readonly order: WalkOrder;
  /** Minor units; null where the data say nothing of it. */
  readonly paidIn: Float64Array | null;
  readonly earned: Float64Array | null;
  readonly lines: readonly LineDays[];
  /** Null where no two days are compared. */
  readonly change: ExplorerChange | null;
  /** Place of each member's id among all ids. */
  readonly idRank: Int32Array;
  /** All ids in their order. */
  readonly ids: AsyncIterable<string>;
  /** Keys of persons in their order, each with the number of a member; null where unknown. */
  readonly persons: AsyncIterable<readonly [key: string, number: number]> | null;
}

export type PutFile = (name: string, bytes: Uint8Array) => Promise<void>;

/**
 * Writes everything a console needs to draw a network and to walk it, as static files; the same
 * bytes for the same network. docs/reference/explorer.md describes them byte by byte.
 */
export async function writeExplorer(input: ExplorerInput, put: PutFile): Promise<ExplorerIndex> {
  const files: Record<string, { bytes: number; sha256: string }> = {};
  const keep: PutFile = async (name, bytes) => {
    files[name] = { bytes: bytes.length, sha256: sha256(bytes) };
    await put(name, bytes);
  };
  const { order } = input;
  const facts = glyphFacts(order, input);
  const layout = layOut(order);
  const { directory, ...tiles } = await writeTiles(layout, facts, allGlyphs(layout), keep);
  await keep('tiles/directory.bin', directory);
  const columns = await writeColumns(input, layout, facts, keep);
  const keys = await writeKeys(input, keep);
  const index: ExplorerIndex = {
    schema: EXPLORER_SCHEMA,
    tree: input.tree,
    day: input.day,
    members: order.parent.length,
    schemes: layout.root.length,
    alone: order.parent.length - layout.inSchemes,
    levels: order.levels.reduce((most, one) => Math.max(most, one), 0),
    candidates: facts.candidateSum[order.parent.length]!,
    bounds: { width: layout.packed.width, height: layout.packed.height },
    spacing: {
      tile_px: TILE_PX,
      spacing_px: SPACING_PX,
      nearest_px: NEAREST_PX,
      zoom_max: ZOOM_MAX,
    },
    tiles: { ...tiles, directory: 'tiles/directory.bin' },
    columns,
    keys,
    lines: input.lines.map(({ name }) => name),
    change: input.change && {
      since: input.change.since,
      until: input.change.until,
      kinds: changeKinds,
    },
    colours,
    files,
  };
  await put('index.json', new TextEncoder().encode(`${canonicalJson(index)}\n`));
  return index;
}

type Column = Uint8Array | Int32Array | Uint32Array | Float64Array;

async function writeColumns(
  { order, lines, change, idRank }: ExplorerInput,
  layout: Layout,
  facts: GlyphFacts,
  put: PutFile,
): Promise<Record<string, ColumnFile>> {
  const columns: Record<string, ColumnFile> = {};
  const write = async (file: string, column: Column | null): Promise<void> => {
    if (column === null) return;
    const name = file.replace('/', '_').replaceAll('-', '_');
    columns[name] = { file: `${file}.bin`, type: typeOf(column), length: column.length };
    await put(`${file}.bin`, bytesOf(column));
  };
  for (const name of ['parent', 'people', 'level', 'levels'] as const) {
    await write(`member/${name}`, order[name]);
  }
  await write('member/joined-day', order.joinedDay);
  await write('member/direct', facts.direct);
  await write('member/tenth', facts.tenth);
  await write('member/line', facts.line);
  await write('member/id-place', idRank);
  await write('sum/paid-in', facts.paidInSum);
  await write('sum/earned', facts.earnedSum);
  await write('sum/candidates', facts.candidateSum);
  const children = childLists(order, facts.paidInSum);
  await write('recruit/at', children.at);
  await write('recruit/size', children.bySize);
  await write('recruit/joined', children.byJoined);
  await write('recruit/money', children.byMoney);
  await write('scheme/root', layout.root);
  await write('scheme/x', layout.packed.x);
  await write('scheme/y', layout.packed.y);
  await write('scheme/side', layout.packed.side);
  await write('scheme/ring-at', layout.ringAt);
  await write('ring/radius', layout.ring);
  const { byDay, byMember } = crossings(lines);
  await write('crossing/by-day', byDay);
  await write('crossing/by-member', byMember);
  if (change === null) return columns;
  await write('change/kind', change.kind);
  await write('change/grown', change.grown);
  await write('change/list', change.list);
  await write('change/at', change.at);
  return columns;
}

async function writeKeys(
  { idRank, ids, persons }: ExplorerInput,
  put: PutFile,
): Promise<ExplorerIndex['keys']> {
  const numberAt = new Int32Array(idRank.length);
  idRank.forEach((place, number) => (numberAt[place] = number));
  const written: Record<string, { blocks: string; directory: string }> = {};
  const finish = async (name: string, writer: ReturnType<typeof keyWriter>): Promise<void> => {
    const { keys, directory } = writer.finish();
    written[name] = { blocks: `key/${name}.bin`, directory: `key/${name}-directory.bin` };
    await put(written[name].blocks, keys);
    await put(written[name].directory, directory);
  };
  const byId = keyWriter();
  let place = 0;
  for await (const id of ids) byId.add(id, numberAt[place++]!);
  await finish('id', byId);
  if (persons === null) return written;
  const byPerson = keyWriter();
  for await (const [key, number] of persons) byPerson.add(key, number);
  await finish('person', byPerson);
  return written;
}

function typeOf(column: Column): ColumnFile['type'] {
  if (column instanceof Uint8Array) return 'u8';
  if (column instanceof Int32Array) return 'i32';
  return column instanceof Uint32Array ? 'u32' : 'f64';
}

/** The bytes of a column: every machine DuckDB is built for is little-endian. */
function bytesOf(column: Column): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}
