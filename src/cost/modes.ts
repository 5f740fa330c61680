import type { Localised } from '../model/localised.ts';
import type { Figures } from './figures.ts';
import type { Load, Site } from './load.ts';
import type { Phase } from './phase.ts';
import { phasesHere, spilledBytes } from './phases-here.ts';
import type { HereName } from './phases-here.ts';
import {
  derivedOnSpark,
  forestOnSpark,
  moneyOnSpark,
  provisionsOnSpark,
} from './phases-on-spark.ts';

/** How a run can be laid out. */
export const modeTexts = {
  one_machine: { en: 'One machine', zh: '单机' },
  split: {
    en: 'Scans and provisions on Spark, kernels here (inspect --engine spark)',
    zh: '扫描与条款在 Spark 上，内核在本机（inspect --engine spark）',
  },
  cluster: {
    en: 'Forest and provisions in SQL on Spark, tables there, nothing derived',
    zh: '网络与条款均以 SQL 在 Spark 上，数据已在集群，不作推算',
  },
} as const satisfies Readonly<Record<string, Localised>>;

export type ModeName = keyof typeof modeTexts;

/** The phases of a run in a mode, one after the other. */
export function phasesOf(mode: ModeName, load: Load, site: Site, figures: Figures): Phase[] {
  if (mode === 'cluster') {
    return [...forestOnSpark(load, site, figures), provisionsOnSpark(load, site, figures)];
  }
  const here = phasesHere(load, site, figures);
  const scans = mode === 'split' ? onSpark : {};
  const names: HereName[] = [
    ...(load.imported ? [] : (['import'] as const)),
    ...(['start', 'members', 'money', 'forest', 'dates', 'tables'] as const),
    ...(load.derived ? (['derived', 'derived_members'] as const) : []),
    ...(mode === 'split' ? (['lay'] as const) : []),
    'provisions',
  ];
  return names.map((name) => scans[name]?.(load, site, figures) ?? here(name));
}

/** What a split run does on Spark. */
const onSpark: Partial<Record<HereName, (load: Load, site: Site, figures: Figures) => Phase>> = {
  money: moneyOnSpark,
  derived: derivedOnSpark,
  provisions: provisionsOnSpark,
};

/** What the machine with the program has to hold. */
export interface Needs {
  readonly memory_bytes: number;
  readonly disk_bytes: number;
}

/** The process itself, and what the engine cannot do with less of. */
const BASE_BYTES = 1.5 * 2 ** 30;

/** Members are numbers of 31 bits. */
export const MEMBERS_MAX = 2 ** 31 - 1;

export function needsOf(mode: ModeName, load: Load, site: Site, figures: Figures): Needs {
  if (mode === 'cluster') return { memory_bytes: BASE_BYTES, disk_bytes: 0 };
  const { costs } = figures;
  const network_bytes = load.members * costs.network_memory_bytes_per_member;
  const here = mode === 'one_machine';
  const held = here && load.derived ? load.orders * costs.derived_memory_bytes_per_order : 0;
  const snapshot_bytes =
    load.members * costs.snapshot_bytes_per_member + load.orders * costs.snapshot_bytes_per_order;
  return {
    // Arrays of the network are given back before what is derived begins.
    memory_bytes: BASE_BYTES + Math.max(network_bytes, held),
    disk_bytes: snapshot_bytes + (here ? spilledBytes(load, site, figures) : 0),
  };
}

/** Why a mode cannot carry a load at all; empty where it can. */
export type Obstacle = 'members' | 'memory' | 'disk';

export function obstaclesOf(
  mode: ModeName,
  load: Load,
  site: Site,
  figures: Figures,
): readonly Obstacle[] {
  const needs = needsOf(mode, load, site, figures);
  const obstacles: Obstacle[] = [];
  if (mode !== 'cluster' && load.members > MEMBERS_MAX) obstacles.push('members');
  if (needs.memory_bytes > site.memory_bytes) obstacles.push('memory');
  if (site.disk_bytes !== null && needs.disk_bytes > site.disk_bytes) obstacles.push('disk');
  return obstacles;
}
