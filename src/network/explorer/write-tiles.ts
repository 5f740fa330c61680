import { encodeTile } from './encode-tile.ts';
import type { GlyphFacts } from './glyph-facts.ts';
import type { GlyphList } from './glyph-list.ts';
import type { Layout } from './layout.ts';
import { DIRECTORY_ENTRY_BYTES } from './tile-format.ts';
import { tileTree } from './tile-tree.ts';

/** Bytes from which on a new file of tiles is begun. */
const FILE_BYTES = 32 * 1024 ** 2;

interface Entry {
  readonly zoom: number;
  readonly whole: boolean;
  readonly x: number;
  readonly y: number;
  readonly file: number;
  readonly offset: number;
  readonly bytes: number;
  readonly glyphs: number;
}

export interface WrittenTiles {
  readonly directory: Uint8Array;
  readonly files: readonly string[];
  readonly count: number;
  readonly glyphs_max: number;
  readonly bytes_max: number;
  readonly per_zoom: readonly number[];
}

/** Puts all tiles into files of some size and gives the directory that finds them. */
export async function writeTiles(
  layout: Layout,
  facts: GlyphFacts,
  glyphs: GlyphList,
  put: (name: string, bytes: Uint8Array) => Promise<void>,
): Promise<WrittenTiles> {
  const entries: Entry[] = [];
  const files: string[] = [];
  let parts: Uint8Array[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    if (size === 0) return;
    const name = `tiles/${String(files.length).padStart(4, '0')}.bin`;
    files.push(name);
    const all = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    [parts, size] = [[], 0];
    await put(name, all);
  };
  for (const tile of tileTree(glyphs)) {
    const { zoom, x, y, whole } = tile;
    const bytes = encodeTile(layout, facts, glyphs, tile);
    const place = { file: files.length, offset: size, bytes: bytes.length };
    entries.push({ zoom, x, y, whole, ...place, glyphs: tile.glyphs.length });
    parts.push(bytes);
    size += bytes.length;
    if (size >= FILE_BYTES) await flush();
  }
  await flush();
  entries.sort((a, b) => a.zoom - b.zoom || a.y - b.y || a.x - b.x);
  const per_zoom: number[] = [];
  for (const { zoom } of entries) per_zoom[zoom] = (per_zoom[zoom] ?? 0) + 1;
  return {
    directory: directoryOf(entries),
    files,
    count: entries.length,
    glyphs_max: entries.reduce((most, one) => Math.max(most, one.glyphs), 0),
    bytes_max: entries.reduce((most, one) => Math.max(most, one.bytes), 0),
    per_zoom: Array.from(per_zoom, (count) => count ?? 0),
  };
}

function directoryOf(entries: readonly Entry[]): Uint8Array {
  const bytes = new Uint8Array(entries.length * DIRECTORY_ENTRY_BYTES);
  const view = new DataView(bytes.buffer);
  entries.forEach((entry, i) => {
    const at = i * DIRECTORY_ENTRY_BYTES;
    view.setUint8(at, entry.zoom);
    view.setUint8(at + 1, entry.whole ? 1 : 0);
    view.setUint16(at + 2, entry.file, true);
    view.setUint32(at + 4, entry.x, true);
    view.setUint32(at + 8, entry.y, true);
    view.setUint32(at + 12, entry.offset, true);
    view.setUint32(at + 16, entry.bytes, true);
    view.setUint32(at + 20, entry.glyphs, true);
  });
  return bytes;
}
