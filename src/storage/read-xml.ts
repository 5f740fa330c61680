import { SaxesParser } from 'saxes';

/** An element with the text right below it. */
export interface XmlElement {
  readonly name: string;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly children: XmlElement[];
  text: string;
}

/** The root of a small document; null where it is none. */
export function readXml(text: string): XmlElement | null {
  const parser = new SaxesParser();
  const open: Open[] = [{ name: '', children: [], text: '' }];
  let flawed = false;
  parser.on('error', () => (flawed = true));
  parser.on('opentag', ({ name }) => open.push({ name, children: [], text: '' }));
  parser.on('text', (part) => (open.at(-1)!.text += part));
  parser.on('closetag', () => {
    const closed = open.pop()!;
    open.at(-1)?.children.push(closed);
  });
  parser.write(text).close();
  return flawed ? null : (open[0]?.children[0] ?? null);
}

/** The text of a child; empty where there is none. */
export function childText(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text ?? '';
}
