/** Compressed files and archives; part of `issueCodes`. */
export const archiveIssueCodes = {
  'archive.expands_too_much': {
    severity: 'error',
    what: {
      en: 'An archive of {compressed_bytes} bytes had expanded to {expanded_bytes} and was refused.',
      zh: '压缩数据 {compressed_bytes} 字节已展开至 {expanded_bytes} 字节,已拒绝。',
    },
    todo: {
      en: 'If it is genuine, unpack it yourself and give the file inside.',
      zh: '如确为真实数据,请自行解压后提供其中的文件。',
    },
  },
} as const;
