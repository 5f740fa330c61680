import type { Localised } from '../../model/localised.ts';

/** What stands in the bag of a matter for whoever opens it without Polyprism at hand. */
export const bagReadme: Localised = {
  en: `This folder is a bag (BagIt 1.0, RFC 8493) made by Polyprism, open-source software for the
supervision of social e-commerce. It holds the evidence of one matter, as the party for which it
was made is shown it.

To check it without Polyprism, in this folder:

    sha256sum -c tagmanifest-sha256.txt
    sha256sum -c manifest-sha256.txt

Every line must end in OK (on macOS: shasum -a 256 -c ...). The same works with sha512sum.
Files that no list names do not belong to the bag.

To check everything, signatures, log and timestamp included, without any network, the folder or the
archive it came in:

    polyprism verify . --keys KEYS.txt

KEYS.txt holds the public keys, one a line. Get them from whoever made the bag by another way than
with the bag.

What is inside:
    data/record.en.txt      the matter in words, step by step
    data/events.ndjson      one event a line: what is shown of it, its digest in the log, the proof
    data/matter.json        signed statement: which matter, for whom, which events, which findings
    data/findings.ndjson    signed statements of the findings it rests on, where there are any
    data/files/             files that events name, under their SHA-256
    data/log/               signed state of the log, timestamp, proofs from earlier states
    data/custody.json       who obtained what, when, how and by what power, where it was given
    seal.json               signature over all of it

What this does not prove. The log shows that events with these digests existed by then and that none
was exchanged since. An event with its salt proves its digest; of one without (shown in part), only
the seal says that the part belongs to it. Nothing here shows that what the events say is true.
`,
  zh: `本文件夹是由 Polyprism（社交电商监管开源软件）生成的证据包，格式为 BagIt 1.0（RFC 8493），
内含一件事项的证据，范围以接收方可见的内容为限。

不安装 Polyprism 也可以核对，在本文件夹内执行：

    sha256sum -c tagmanifest-sha256.txt
    sha256sum -c manifest-sha256.txt

每一行都应以 OK 结尾（macOS 使用 shasum -a 256 -c ...）；也可换用 sha512sum。
清单中没有列出的文件不属于本证据包。

核对全部内容（含签名、存证日志和时间戳），文件夹或压缩包均可，无需联网：

    polyprism verify . --keys KEYS.txt

KEYS.txt 为公钥，每行一个。请通过证据包以外的途径，向制作者取得公钥。

内容说明：
    data/record.zh.txt      事项经过（文字记录）
    data/events.ndjson      每行一个事件：可见内容、其在日志中的校验值及证明
    data/matter.json        签名陈述：何事项、为何方制作、含哪些事件与发现
    data/findings.ndjson    事项所依据各项发现的签名陈述（如有）
    data/files/             事件所引用的文件，以 SHA-256 命名
    data/log/               存证日志的签名状态、时间戳，以及与先前状态一致的证明
    data/custody.json       何人、何时、以何种方式、依据何种权限取得何物（如已提供）
    seal.json               对全部内容的签名

不能证明的事项：存证日志说明具有这些校验值的事件在该时刻已经存在，此后未被替换。附有盐值的事件
可证明其校验值；未附盐值（仅部分可见）的事件，其可见部分确属该事件，仅由封存方的签名说明。
以上均不能说明事件所述内容属实。
`,
};
