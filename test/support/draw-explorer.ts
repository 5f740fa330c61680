import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { forestParents, scaledCase } from '../../src/generate/cases/deep-forest.ts';
import { seeded } from '../../src/model/random.ts';
import { openExplorer } from '../../src/network/explorer/read-explorer.ts';
import { sectorOf } from '../../src/network/explorer/read-schemes.ts';
import type { Schemes, Sector } from '../../src/network/explorer/read-schemes.ts';
import type { Explorer } from '../../src/network/explorer/read-explorer.ts';
import { walkOrder } from '../../src/network/explorer/walk-order.ts';
import { writeExplorer } from '../../src/network/explorer/write-explorer.ts';
import { plantForest } from '../../src/network/plant-forest.ts';
import { launchChromium } from './chromium.ts';

/**
 * Pictures of a generated network at some zooms, to be looked at:
 * `node test/support/draw-explorer.ts FOLDER [tree | case | star | chain] [MEMBERS]`.
 */
const [, , folder = '.', shape = 'tree', size = '100000'] = process.argv;
const SIDE = { width: 1280, height: 800 };
/** Half the size a tile is made for: screens of today are dense. */
const TILE_PX = 128;
const SEED = 20_261_128;

function parentsOf(members: number): Int32Array {
  const random = seeded(SEED);
  if (shape === 'case') return forestParents(scaledCase(members), SEED);
  return Int32Array.from({ length: members }, (_, i) => {
    if (i === 0 || (shape === 'tree' && random.chance(0.02))) return -1;
    if (shape === 'chain') return i - 1;
    if (shape === 'star') return 0;
    // Those who joined early recruit more, as in a tree that grows by preference.
    return Math.floor(i * random.fraction() ** 1.5);
  });
}

async function* each(ids: readonly string[]): AsyncGenerator<string> {
  for (const id of ids) yield await Promise.resolve(id);
}

async function explorerOf(members: number): Promise<Explorer> {
  const files = new Map<string, Uint8Array>();
  const forest = plantForest(parentsOf(members));
  const days = Int32Array.from({ length: members }, (_, i) => 19_000 + Math.floor(i / 500));
  const order = walkOrder(
    forest,
    days,
    days.map((_, i) => i),
  );
  await writeExplorer(
    {
      tree: 'sponsor',
      day: null,
      order,
      paidIn: Float64Array.from(order.nodeOf, (node) => (node % 3 === 0 ? 9_900 : 0)),
      earned: null,
      lines: [],
      change: null,
      idRank: order.nodeOf,
      ids: each(Array.from({ length: members }, (_, i) => String(10_000_000 + i))),
      persons: null,
    },
    (name, bytes) => {
      files.set(name, bytes.slice());
      return Promise.resolve();
    },
  );
  return await openExplorer((file, from, to) => Promise.resolve(files.get(file)!.slice(from, to)));
}

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly up: readonly [number, number] | null;
  readonly radius: number;
  readonly colour: string;
  readonly ring: boolean;
  /** Members it stands for. */
  readonly people: number;
  readonly sector: Sector | null;
}

/** What is seen around a place of the world, in pixels of the picture. */
async function marksAt(
  explorer: Explorer,
  schemes: Schemes,
  { zoom, x, y }: { readonly zoom: number; readonly x: number; readonly y: number },
): Promise<Mark[]> {
  const scale = TILE_PX * 2 ** zoom;
  const [left, top] = [x - SIDE.width / 2 / scale, y - SIDE.height / 2 / scale];
  const [right, bottom] = [left + SIDE.width / scale, top + SIDE.height / scale];
  const seen = await explorer.viewport({ zoom, left, top, right, bottom });
  const { colours } = explorer.index;
  return seen.map(({ tile, at, x: gx, y: gy }) => {
    const side = 2 ** -tile.zoom;
    const glyph = {
      first: tile.first[at]!,
      people: tile.people[at]!,
      level: tile.level[at]!,
      levels: tile.levels[at]!,
    };
    const single = tile.kind[at] === 0;
    const upX = (tile.x_of_zoom + tile.up_x[at]!) * side;
    const upY = (tile.y_of_zoom + tile.up_y[at]!) * side;
    return {
      x: (gx - left) * scale,
      y: (gy - top) * scale,
      up: tile.level[at] === 1 ? null : [(upX - left) * scale, (upY - top) * scale],
      radius: single ? 1.7 : 1.4,
      colour: colours.line[tile.line[at]!]!,
      ring: !single,
      people: single ? 1 : glyph.people,
      sector: tile.kind[at] === 1 ? inPixels(sectorOf(schemes, glyph), left, top, scale) : null,
    };
  });
}

function inPixels(sector: Sector, left: number, top: number, scale: number): Sector {
  return {
    ...sector,
    x: (sector.x - left) * scale,
    y: (sector.y - top) * scale,
    inner: sector.inner * scale,
    outer: sector.outer * scale,
  };
}

/** Runs in the page, hence as text: `marks` and `title` are put in front of it. */
const drawing = `
  const canvas = document.querySelector('canvas');
  const pen = canvas.getContext('2d');
  const whole = 2 * Math.PI;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.lineWidth = 0.5;
  for (const { sector, colour } of marks) {
    if (sector === null) continue;
    const { x, y, inner, outer, from_turn, to_turn } = sector;
    pen.beginPath();
    pen.arc(x, y, outer, from_turn * whole, to_turn * whole);
    pen.arc(x, y, inner, to_turn * whole, from_turn * whole, true);
    pen.globalAlpha = 0.3;
    pen.fillStyle = colour;
    pen.fill();
    pen.globalAlpha = 1;
    pen.strokeStyle = '#ffffff';
    if (to_turn - from_turn < 1) pen.stroke();
  }
  pen.strokeStyle = 'rgba(60, 70, 85, 0.45)';
  for (const { x, y, up } of marks) {
    if (up === null) continue;
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(up[0], up[1]);
    pen.stroke();
  }
  for (const { x, y, radius, colour, ring } of marks) {
    pen.beginPath();
    pen.arc(x, y, radius, 0, whole);
    pen.fillStyle = ring ? '#ffffff' : colour;
    pen.fill();
    pen.strokeStyle = colour;
    pen.lineWidth = 1;
    pen.stroke();
  }
  pen.fillStyle = '#222222';
  pen.font = '14px sans-serif';
  pen.fillText(title, 12, 22);
`;

mkdirSync(folder, { recursive: true });
const explorer = await explorerOf(Number(size));
const browser = await launchChromium();
const page = await browser.newPage({ viewport: SIDE });
await page.setContent(
  `<body style="margin:0"><canvas width="${SIDE.width}" height="${SIDE.height}"></canvas></body>`,
);
const schemes = await explorer.schemes();
const { bounds } = explorer.index;
let [x, y] = [bounds.width / 2, bounds.height / 2];
for (const zoom of [2, 3, 4, 6, 8, 10]) {
  const marks = await marksAt(explorer, schemes, { zoom, x, y });
  const title = `${shape}, ${size} members, zoom ${zoom}: ${marks.length} glyphs`;
  await page.evaluate(
    `{ const marks = ${JSON.stringify(marks)}, title = ${JSON.stringify(title)}; ${drawing} }`,
  );
  const file = join(folder, `${shape}-${size}-zoom-${zoom}.png`);
  await page.screenshot({ path: file });
  console.log(`${file}: ${title}`);
  // Deeper, around what stands for the most.
  const next = marks.toSorted((one, other) => other.people - one.people)[0];
  const scale = TILE_PX * 2 ** zoom;
  if (next && zoom >= 3) {
    x += (next.x - SIDE.width / 2) / scale;
    y += (next.y - SIDE.height / 2) / scale;
  }
}
await browser.close();
