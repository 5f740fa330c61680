/** JSON strings are YAML strings: whatever the name holds, it stays one. */
export function headTemplate(id: string, publisher: string): string {
  return `id: ${JSON.stringify(id)}
version: 0.1.0
publisher: ${JSON.stringify(publisher)}
title: {zh: "${id} 标准", en: "Standard of ${id}"}
jurisdiction: CN
time_zone: Asia/Shanghai
`;
}

export function readmeTemplate(id: string, publisher: string): string {
  return `# ${id}

${publisher}

Say here whom this pack binds, which text it puts into tests, how current it is, and what it
does not cover. 请在此写明：约束对象、依据文本、截止日期、未涵盖的内容。

    polyprism pack lint .
    polyprism pack test . --mutants
    polyprism pack docs . -o docs
`;
}
