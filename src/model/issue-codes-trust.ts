/** What can be wrong with a built pack, its signatures and whom to trust; part of `issueCodes`. */
export const trustIssueCodes = {
  'bundle.bad_entry': {
    severity: 'error',
    what: {
      en: "The built pack has an entry '{name}' that is no plain file inside it.",
      zh: '打包文件中的条目“{name}”不是包内的普通文件。',
    },
    todo: {
      en: 'Links, folders and names leading elsewhere are refused. Ask the publisher.',
      zh: '链接、文件夹及指向包外的名称一律拒绝，请向发布者核实。',
    },
  },
  'bundle.changed_file': {
    severity: 'error',
    what: {
      en: '{name} is not what the manifest of the built pack says.',
      zh: '{name} 与打包清单不符。',
    },
    todo: {
      en: 'The pack was altered after it was built. Get it from the publisher again.',
      zh: '打包后内容被改动，请向发布者重新获取。',
    },
  },
  'bundle.extra_file': {
    severity: 'error',
    what: {
      en: '{name} is in the built pack and not in its manifest.',
      zh: '打包文件含有清单之外的 {name}。',
    },
    todo: {
      en: 'The pack was altered after it was built. Get it from the publisher again.',
      zh: '打包后内容被改动，请向发布者重新获取。',
    },
  },
  'bundle.malformed': {
    severity: 'error',
    what: {
      en: 'This is no pack as `polyprism pack build` writes it ({seen}).',
      zh: '这不是 `polyprism pack build` 生成的打包文件（{seen}）。',
    },
    todo: {
      en: 'Give a .tgz built by it, whole and unchanged, or the folder of a pack.',
      zh: '请提供其生成的完整、未改动的 .tgz，或标准包文件夹。',
    },
  },
  'bundle.missing_file': {
    severity: 'error',
    what: {
      en: '{name} is in the manifest of the built pack and not in it.',
      zh: '清单中的 {name} 不在打包文件内。',
    },
    todo: {
      en: 'The pack was altered after it was built. Get it from the publisher again.',
      zh: '打包后内容被改动，请向发布者重新获取。',
    },
  },
  'bundle.name_too_long': {
    severity: 'error',
    what: {
      en: 'The name {name} does not fit into an archive.',
      zh: '文件名 {name} 过长，无法打包。',
    },
    todo: {
      en: 'Keep names of files within 100 bytes and those of folders within 155.',
      zh: '文件名不超过 100 字节，文件夹路径不超过 155 字节。',
    },
  },
  'bundle.reserved_name': {
    severity: 'error',
    what: {
      en: 'The pack has a file {name}, which is made when it is built.',
      zh: '标准包中有 {name}，而该文件由打包时生成。',
    },
    todo: { en: 'Rename or remove it.', zh: '请改名或删除。' },
  },
  'trust.bad_key': {
    severity: 'error',
    what: { en: '{path} holds no Ed25519 private key.', zh: '{path} 不是 Ed25519 私钥。' },
    todo: {
      en: 'Give an unencrypted PEM file, or make one with --new-key.',
      zh: '请提供未加密的 PEM 文件，或用 --new-key 生成。',
    },
  },
  'trust.bad_signature': {
    severity: 'error',
    what: {
      en: 'The signature of {publisher} is not of this file.',
      zh: '{publisher} 的签名与此文件不符。',
    },
    todo: {
      en: 'The file or its signature was altered. Get both from the publisher again.',
      zh: '文件或签名已被改动，请向发布者重新获取。',
    },
  },
  'trust.bad_signature_file': {
    severity: 'error',
    what: { en: '{path} is no file of signatures.', zh: '{path} 不是签名文件。' },
    todo: {
      en: 'Get it from the publisher again, or sign with `polyprism pack sign`.',
      zh: '请向发布者重新获取，或用 `polyprism pack sign` 签名。',
    },
  },
  'trust.key_exists': {
    severity: 'error',
    what: { en: 'There already is a file {path}.', zh: '{path} 已存在。' },
    todo: {
      en: 'Leave --new-key out to sign with it; no key is overwritten.',
      zh: '如用它签名，请去掉 --new-key；密钥不会被覆盖。',
    },
  },
  'trust.needed': {
    severity: 'error',
    what: {
      en: '{path} is a built pack: it is used only when its signatures are trusted.',
      zh: '{path} 是打包文件：仅在其签名受信任时使用。',
    },
    todo: {
      en: 'Say whom you trust with --trust trust.yaml.',
      zh: '请用 --trust trust.yaml 指明信任的发布者。',
    },
  },
  'trust.pack_not_listed': {
    severity: 'error',
    what: {
      en: '{publisher} is not trusted to publish a pack {id}.',
      zh: '未信任 {publisher} 发布标准包 {id}。',
    },
    todo: {
      en: 'If it is, list the pack under that publisher in trust.yaml, with its lowest version.',
      zh: '如确应信任，请在 trust.yaml 的该发布者下列出此包及最低版本。',
    },
  },
  'trust.publisher_twice': {
    severity: 'error',
    what: { en: '{publisher} is listed twice.', zh: '{publisher} 重复列出。' },
    todo: { en: 'Make one entry of the two.', zh: '请合并为一项。' },
  },
  'trust.rollback': {
    severity: 'error',
    what: {
      en: 'Version {version} of {id} is older than {least}, the lowest accepted.',
      zh: '{id} 的版本 {version} 低于可接受的最低版本 {least}。',
    },
    todo: {
      en: 'Get the current version. To go back on purpose, lower it in trust.yaml.',
      zh: '请获取当前版本；如确需使用旧版，请在 trust.yaml 中调低。',
    },
  },
  'trust.too_few_signatures': {
    severity: 'error',
    what: {
      en: '{seen} of the {needed} signatures wanted of {publisher} are there.',
      zh: '{publisher} 须有 {needed} 个签名，现有 {seen} 个。',
    },
    todo: {
      en: 'Ask the publisher for a file signed with enough keys.',
      zh: '请向发布者索取签名齐备的文件。',
    },
  },
  'trust.unknown_key': {
    severity: 'error',
    what: {
      en: 'No signature is by a key that is trusted; signed by {seen}.',
      zh: '没有受信任密钥的签名；签名者：{seen}。',
    },
    todo: {
      en: 'Check the key with the publisher by another way before adding it to trust.yaml.',
      zh: '请先通过其他途径向发布者核实密钥，再加入 trust.yaml。',
    },
  },
  'trust.unsigned': {
    severity: 'error',
    what: { en: 'There is no signature of {path}.', zh: '{path} 没有签名。' },
    todo: {
      en: 'Put the publisher’s .sig file beside it.',
      zh: '请将发布者的 .sig 文件放在旁边。',
    },
  },
  'trust.wrong_publisher': {
    severity: 'error',
    what: {
      en: 'The pack says it is by {publisher}, and is signed by {signed}.',
      zh: '标准包自称由 {publisher} 发布，而签名者为 {signed}。',
    },
    todo: { en: 'Do not use it. Ask both.', zh: '请勿使用，并向双方核实。' },
  },
} as const;
