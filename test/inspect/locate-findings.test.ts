import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { generateSample } from '../../src/generate/sample/generate-sample.ts';
import { inFolder, inspectPaths } from '../support/inspected.ts';

it('says on which line of the raw file the subject of a finding stands', async () => {
  await inFolder(async (folder) => {
    await generateSample(folderWriter(folder));
    const { findings } = await inspectPaths([folder]);
    const lines = readFileSync(join(folder, 'sample-mall.sql'), 'utf8').split('\n');
    const whole = findings.filter(({ subject }) => subject.table === 'data_set');
    expect(whole.every(({ source }) => source === null)).toBe(true);
    const about = findings.filter(({ subject }) => subject.table !== 'data_set');
    expect(about.length).toBeGreaterThan(200);
    const wrong = about.filter(({ subject, source }) => {
      const text = lines[(source?.line ?? 0) - 1] ?? '';
      // Every table of the sample starts its rows with their key.
      const row = text.includes(`(${subject.id.replace(/^[a-z]+:/, '')},`);
      return !row || !text.includes(`INSERT INTO \`${source?.table}\``);
    });
    expect(wrong).toEqual([]);
  });
});
