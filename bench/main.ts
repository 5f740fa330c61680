import { parseArgs } from 'node:util';
import { benchAppends } from './appends.ts';
import { benchBillion } from './billion.ts';
import { benchCheck } from './check.ts';
import { benchConsoleNetwork } from './console-network.ts';
import { benchDelimited } from './delimited.ts';
import { benchDumpReader } from './dump-reader.ts';
import { benchExplorer } from './explorer.ts';
import { benchFindings } from './findings.ts';
import { benchForest } from './forest.ts';
import { benchLive } from './live.ts';
import { benchLiveHttp } from './live-http.ts';
import { benchLog } from './log.ts';
import { benchLiveData } from './live-data.ts';
import { benchMatters } from './matters.ts';
import { benchPack } from './pack.ts';
import { benchPlanRun } from './plan-run.ts';
import { benchProcesses } from './processes.ts';
import { benchScreening } from './screening.ts';
import { benchSignals } from './signals.ts';
import { benchSparkRun } from './spark-run.ts';
import { benchStage } from './stage.ts';
import { benchUnitCosts } from './unit-costs.ts';

/**
 * `npm run bench [-- --only forest --members 1000000 --orders 100000000]`; with
 * POLYPRISM_BENCH_BILLION=1 `--only billion` takes 10^9 members. Every line is a
 * ratio or a rate measured in this run, next to the bar it is held to.
 */
const { values } = parseArgs({
  options: { only: { type: 'string' }, members: { type: 'string' }, orders: { type: 'string' } },
});
const print = (line: string): void => console.log(line);
const orders = values.orders === undefined ? undefined : Number(values.orders);
const members = values.members === undefined ? undefined : Number(values.members);

const benches: Readonly<Record<string, () => Promise<void>>> = {
  dump: () => benchDumpReader(print),
  delimited: () => benchDelimited(print),
  stage: () => benchStage(print),
  check: () => benchCheck(print),
  screening: () => benchScreening(print),
  forest: () => benchForest(print, members),
  explorer: () => Promise.resolve(benchExplorer(print, members)),
  'console-network': () => benchConsoleNetwork(print, members),
  live: () => Promise.resolve(benchLive(print, members)),
  'live-data': () => benchLiveData(print),
  'live-http': () => benchLiveHttp(print),
  billion: () => Promise.resolve(benchBillion(print, members)),
  pack: () => benchPack(print, orders),
  appends: () => benchAppends(print),
  processes: () => benchProcesses(print),
  matters: () => benchMatters(print),
  findings: () => benchFindings(print),
  log: () => Promise.resolve(benchLog(print)),
  signals: () => benchSignals(print),
  'unit-costs': () => benchUnitCosts(print),
  'plan-run': () => benchPlanRun(print, members, orders),
  'spark-run': () => benchSparkRun(print),
};
for (const [name, bench] of Object.entries(benches)) {
  if (values.only === undefined || values.only === name) await bench();
}
