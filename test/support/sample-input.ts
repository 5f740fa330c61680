import { platforms } from '../../src/generate/platforms.ts';
import { memoryWriter } from './memory-writer.ts';

/** The dump of the bundled sample, as somebody would upload it. */
export async function sampleDump(): Promise<Buffer> {
  const { writer, files } = memoryWriter();
  await platforms.sample.run({}, writer);
  const [name, text] = [...files].find(([file]) => file.endsWith('.sql')) ?? [];
  if (name === undefined || text === undefined) throw new Error('the sample has no dump');
  return Buffer.from(text);
}
