/**
 * The sections of a file in the form of `~/.aws/config`: name → setting → value. Settings that
 * stand indented below another are named after both: `s3.addressing_style`.
 */
export function readProfiles(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let section = new Map<string, string>();
  let above = '';
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*([#;]|$)/.test(line)) continue;
    const heading = /^\[([^\]]*)\]/.exec(line)?.[1]?.trim();
    if (heading !== undefined) {
      const name = heading.startsWith('profile ') ? heading.slice('profile '.length) : heading;
      section = sections.get(name.trim()) ?? new Map<string, string>();
      sections.set(name.trim(), section);
      continue;
    }
    const at = line.indexOf('=');
    if (at < 0) continue;
    const name = line.slice(0, at).trim();
    const indented = /^\s/.test(line);
    if (!indented) above = name;
    section.set(indented ? `${above}.${name}` : name, line.slice(at + 1).trim());
  }
  return sections;
}
