/** Where a bag keeps what: RFC 8493 names the tag files, the rest is ours. */
export const bag_paths = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  seal: 'seal.json',
  readme_en: 'README.en.txt',
  readme_zh: 'README.zh.txt',
  fetch: 'fetch.txt',
  manifests: { sha256: 'manifest-sha256.txt', sha512: 'manifest-sha512.txt' },
  tag_manifests: { sha256: 'tagmanifest-sha256.txt', sha512: 'tagmanifest-sha512.txt' },
  report: 'data/report/report.json',
  inspection: 'data/inspection.json',
  findings: 'data/findings.ndjson',
  run: 'data/run.json',
  matter: 'data/matter.json',
  events: 'data/events.ndjson',
  custody: 'data/custody.json',
  checkpoint: 'data/log/checkpoint',
  timestamp: 'data/log/checkpoint.tsr',
  earlier: 'data/log/earlier.ndjson',
  packs: 'data/packs/',
  raw: 'data/raw/',
  files: 'data/files/',
} as const;

export const digest_names = ['sha256', 'sha512'] as const;
export type DigestName = (typeof digest_names)[number];

export const declaration_text = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
