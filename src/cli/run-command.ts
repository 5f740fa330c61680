import { rmSync } from 'node:fs';
import type { CommonOptions } from './common-options.ts';
import { exitCode } from './exit-code.ts';
import { openPlaces } from './places.ts';
import type { Places } from './places.ts';
import { tellFailure } from './tell-failure.ts';
import { workFolders } from './work-folders.ts';

/** How long a body has to stop by itself, so that the prompt is back within two seconds. */
const default_patience_ms = 1_200;

/** A terminal's Ctrl-C reaches us directly and again through npm: those are one. */
const same_press_ms = 300;

/**
 * Runs a command's body: Ctrl-C aborts it cleanly, an expected failure is told in the user's
 * language (or as JSON), an unexpected one with its stack; the exit status is set, not forced,
 * so that output drains. `out`: the folder a body that does not stop in time leaves work files
 * in; they hold raw identities and are deleted before the process is ended.
 */
export async function runCommand(
  options: CommonOptions & { readonly out?: string; readonly patience_ms?: number },
  body: (signal: AbortSignal, places: Places) => Promise<number>,
): Promise<void> {
  const abort = new AbortController();
  const places = openPlaces(abort.signal, options.lang);
  let pressed_ms = 0;
  const giveUp = (): void => {
    for (const folder of workFolders(options.out)) {
      rmSync(folder, { recursive: true, force: true });
    }
    process.exit(exitCode.interrupted);
  };
  const onInterrupt = (): void => {
    if (abort.signal.aborted) {
      if (performance.now() - pressed_ms > same_press_ms) giveUp();
      return;
    }
    pressed_ms = performance.now();
    setTimeout(giveUp, options.patience_ms ?? default_patience_ms).unref();
    abort.abort();
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  try {
    process.exitCode = await body(abort.signal, places);
  } catch (error) {
    process.exitCode = abort.signal.aborted ? exitCode.interrupted : exitCode.could_not_run;
    tellFailure(error, options, abort.signal.aborted);
  } finally {
    await places.clear();
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}
