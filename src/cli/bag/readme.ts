import type { Localised } from '../../model/localised.ts';

/** What stands in a bag for whoever opens it without Polyprism at hand. */
export const bagReadme: Localised = {
  en: `This folder is a bag (BagIt 1.0, RFC 8493) made by Polyprism, open-source software for the
supervision of social e-commerce. It holds the evidence of one inspection.

To check it without Polyprism, in this folder:

    sha256sum -c tagmanifest-sha256.txt
    sha256sum -c manifest-sha256.txt

Every line must end in OK (on macOS: shasum -a 256 -c ...). The same works with sha512sum.
Files that no list names do not belong to the bag.

To check everything, signatures, log and timestamp included, without any network:

    polyprism verify . --keys KEYS.txt

KEYS.txt holds the public keys, one a line. Get them from whoever made the bag by another way than
with the bag. To run the inspection again from the raw files:

    polyprism reproduce .

What is inside:
    data/report/            the report; report.json is the one the others are made of
    data/findings.ndjson    one signed statement a finding: provision, version, evidence, raw files
    data/inspection.json    the signed statement of the inspection as a whole
    data/packs/             the provisions that were applied, with their texts (tar, gzip)
    data/raw/               the raw files, where they were put in
    data/run.json           what the inspection was told beside them
    data/log/               signed state of the log, timestamp, proofs from earlier states
    data/custody.json       who obtained what, when, how and by what power
    seal.json               signature over all of it

What this does not prove. Digests and signatures show that nothing was changed since the bag was
sealed, and by whose key. The log and the timestamp show that it existed by then. None of them
shows that the raw files were true or complete when they were taken in; that is what custody, the
source and other evidence must show. A finding says what does not meet a provision on the data
supplied. It is no decision.
`,
  zh: `本文件夹是由 Polyprism（社交电商监管开源软件）生成的证据包，格式为 BagIt 1.0（RFC 8493），
内含一次检查的全部证据。

不安装 Polyprism 也可以核对，在本文件夹内执行：

    sha256sum -c tagmanifest-sha256.txt
    sha256sum -c manifest-sha256.txt

每一行都应以 OK 结尾（macOS 使用 shasum -a 256 -c ...）；也可换用 sha512sum。
清单中没有列出的文件不属于本证据包。

核对全部内容（含签名、存证日志和时间戳），无需联网：

    polyprism verify . --keys KEYS.txt

KEYS.txt 为公钥，每行一个。请通过证据包以外的途径，向制作者取得公钥。
用原始文件重新执行检查：

    polyprism reproduce .

内容说明：
    data/report/            报告；以 report.json 为准，其余格式由它生成
    data/findings.ndjson    每项发现一份签名陈述：条款、版本、证据、原始文件
    data/inspection.json    整次检查的签名陈述
    data/packs/             所适用的条款及其文本（tar、gzip 格式）
    data/raw/               原始文件（如已放入）
    data/run.json           检查时给出的其他选项
    data/log/               存证日志的签名状态、时间戳，以及与先前状态一致的证明
    data/custody.json       何人、何时、以何种方式、依据何种权限取得何物
    seal.json               对全部内容的签名

不能证明的事项：校验值和签名只能说明证据包封存后未被改动，以及由哪个密钥签署；
存证日志和时间戳只能说明其在该时刻已经存在。它们都不能说明原始文件在提取时是真实、完整的，
这须由保管记录、数据来源和其他证据说明。“发现”仅指所提供的数据不符合某项条款，并非处理决定。
`,
};
