import { SaxesParser } from 'saxes';
import { PolyprismError } from '../../model/issue.ts';

export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Feeds the parts of an Office Open XML file to handlers, names without prefixes. Document types
 * and their entities are not expanded. Returns false where the XML is not well-formed; what came
 * before the fault was handled.
 */
export async function parseXml(
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  between?: () => Promise<void>,
): Promise<boolean> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  });
  const decoder = new TextDecoder('utf-8');
  let sound = true;
  parser.on('error', () => {
    sound = false;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (sound) handlers.open?.(localName(name), attributes);
  });
  parser.on('text', (text) => {
    if (sound) handlers.text?.(text);
  });
  parser.on('closetag', ({ name }) => {
    if (sound) handlers.close?.(localName(name));
  });
  try {
    for await (const chunk of chunks) {
      parser.write(decoder.decode(chunk, { stream: true }));
      if (!sound) return false;
      await between?.();
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    // A damaged part of the archive ends like ill-formed XML; a limit stops the reading.
    if (error instanceof PolyprismError && error.issue.code === 'archive.broken') return false;
    throw error;
  }
  return sound;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
