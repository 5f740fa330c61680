/** What can stop the making, verifying or reproducing of a bag; part of `issueCodes`. */
export const bagIssueCodes = {
  'bag.bad_certificate': {
    severity: 'error',
    what: { en: '{path} holds no certificate.', zh: '{path} 中没有证书。' },
    todo: {
      en: 'Give the certificate of the timestamp authority in PEM.',
      zh: '请提供时间戳机构的证书（PEM 格式）。',
    },
  },
  'bag.bad_keys': {
    severity: 'error',
    what: {
      en: 'Line {line} of {path} is no verifier key.',
      zh: '{path} 第 {line} 行不是验证密钥。',
    },
    todo: {
      en: 'One key a line, as `polyprism bag` prints it: name+id+base64. # begins a comment.',
      zh: '每行一个密钥，格式与 `polyprism bag` 的输出相同：名称+编号+base64；# 开头为注释。',
    },
  },
  'bag.bad_name': {
    severity: 'error',
    what: {
      en: 'The raw file {name} cannot stand in a bag under its name.',
      zh: '原始文件 {name} 的名称不能用于证据包。',
    },
    todo: {
      en: 'Rename it without signs like : * ? % or accents in two parts, and inspect again.',
      zh: '请改名（去掉 : * ? % 等符号）后重新检查。',
    },
  },
  'bag.custody_gaps': {
    severity: 'error',
    what: {
      en: 'The record of custody {path} lacks or contradicts itself in {count} place(s): {fields}.',
      zh: '保管记录 {path} 有 {count} 处缺失或矛盾：{fields}。',
    },
    todo: {
      en: 'Complete it: docs/reference/evidence.md lists every field.',
      zh: '请补全；各项内容见 docs/reference/evidence.md。',
    },
  },
  'bag.custody_too_large': {
    severity: 'error',
    what: {
      en: '{path} is larger than {limit} bytes.',
      zh: '{path} 超过 {limit} 字节。',
    },
    todo: { en: 'Make a bag of each case.', zh: '请按案件分别制作证据包。' },
  },
  'bag.folder_in_use': {
    severity: 'error',
    what: { en: '{path} is no empty folder.', zh: '{path} 不是空文件夹。' },
    todo: {
      en: 'Name a new one: a bag is never written over another.',
      zh: '请另指定新文件夹；证据包不会覆盖已有内容。',
    },
  },
  'bag.no_raw': {
    severity: 'error',
    what: {
      en: 'The bag at {path} has no raw files.',
      zh: '证据包 {path} 中没有原始文件。',
    },
    todo: {
      en: 'Give them with --raw, byte for byte as they were inspected.',
      zh: '请用 --raw 提供，须与检查时逐字节一致。',
    },
  },
  'bag.no_report': {
    severity: 'error',
    what: {
      en: 'There is no report of `polyprism inspect` in {path} ({seen}).',
      zh: '{path} 中没有 `polyprism inspect` 生成的报告（{seen}）。',
    },
    todo: {
      en: 'Give the folder named with --out when it was inspected, with report.json in it.',
      zh: '请提供检查时 --out 指定的文件夹，其中须有 report.json。',
    },
  },
  'bag.not_found': {
    severity: 'error',
    what: { en: 'There is no bag at {path}.', zh: '{path} 不是证据包文件夹。' },
    todo: {
      en: 'Give the folder that has bagit.txt in it.',
      zh: '请提供含有 bagit.txt 的文件夹。',
    },
  },
  'bag.other_pack': {
    severity: 'error',
    what: {
      en: 'The pack {id} {version} that judged is not at hand: none has the digest {sha256}.',
      zh: '未找到当时适用的标准包 {id} {version}：没有校验值为 {sha256} 的标准包。',
    },
    todo: {
      en: 'Name it with --packs as it was, or inspect again with the present one.',
      zh: '请用 --packs 指明当时的标准包，或用现有标准包重新检查。',
    },
  },
  'bag.other_raw': {
    severity: 'error',
    what: {
      en: 'The raw file {name} of the report is not among those given, or was changed since.',
      zh: '所给文件中没有报告所列的原始文件 {name}，或该文件已有改动。',
    },
    todo: {
      en: 'Give with --raw what was inspected; without --raw the bag names the digests alone.',
      zh: '请用 --raw 提供检查时的原始文件；不用 --raw 时证据包仅列其校验值。',
    },
  },
  'bag.too_many_events': {
    severity: 'error',
    what: {
      en: 'The matter has more than {limit} events.',
      zh: '该事项的事件超过 {limit} 个。',
    },
    todo: {
      en: 'Read its events through the API; a bag holds so many at most.',
      zh: '请通过接口读取其经过；证据包最多收录上述数量。',
    },
  },
  'bag.too_many_files': {
    severity: 'error',
    what: {
      en: 'There are more than {limit} files.',
      zh: '文件超过 {limit} 个。',
    },
    todo: {
      en: 'Put the raw files into an archive before they are inspected.',
      zh: '请先将原始文件打成压缩包再检查。',
    },
  },
  'bag.unsound': {
    severity: 'error',
    what: {
      en: 'The bag at {path} breaks its promises; nothing of it was run.',
      zh: '证据包 {path} 未通过核对，未执行其中任何内容。',
    },
    todo: {
      en: 'See which with `polyprism verify`.',
      zh: '请用 `polyprism verify` 查看具体事项。',
    },
  },
} as const;
