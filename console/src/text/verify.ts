import { words } from './words.ts';

/** A bag verified in the browser of whoever has it. */
export const verifyWords = words({
  zh: {
    title: '核对证据包与抽取',
    lead: '核对证据包是否完整、是否被改动、由谁封存；双随机抽取是否确由封存的名单与种子得出。无需登录，文件不上传。',
    drop: '将证据包（ZIP）或者抽取文件（JSON）拖到此处',
    drop_kinds: '核对在您的设备上进行，文件不会离开浏览器。',
    choose: '选择文件',
    keys: '以谁的公钥核对',
    keys_site: '本站公布的存证日志公钥',
    about_site: '适用于从本站下载的证据包。仅向本站取公钥，不发送任何内容。',
    keys_own: '我自己提供公钥',
    about_own: '更可靠：公钥应从证据包和本站以外的途径取得，例如封存方的公告。',
    keys_none: '不用公钥',
    about_none: '只能核对包内各文件彼此相符，不能判断由谁封存。',
    own: '公钥',
    own_hint: '每行一个：名称+编号+内容；以 # 开头的行不读取。',
    more: '还有先前的检查点或时间戳机构证书？',
    older: '存证日志先前的检查点',
    older_hint: '核对日志自那时以来只增不改。',
    certificates: '时间戳机构证书（PEM）',
    certificates_hint: '核对证据包中的时间戳确由该机构签发。',
    again: '重新核对',
    running: '正在核对：已读 {percent}%',
    progress: '核对进度',
    refused_keys: '第 {line} 行不是公钥。请检查后重新核对。',
    refused_certificates: '所给文件中没有可读的 PEM 证书。请更换后重新核对。',
    refused_unreadable: '文件无法读取，可能已被移动或更改。请重新选择证据包。',
    refused_too_large: '抽取文件超过所允许的大小。',
    refused_withdrawn: '该抽取已撤回，内容不再公示。',
    draw_kept: '结果确由所封存的名单与种子抽出：本页已重新抽取，结果相同。',
    draw_broken: '公布的抽取与封存的内容不符，请勿采信其结果。',
    draw_told: '抽取结果',
    draw_counts: '从 {subjects} 个对象中抽取 {drawn} 个，检查人员共 {inspectors} 名。',
    draw_parties: '种子来自：{parties}。',
    draw_place: '序号',
    draw_subject: '检查对象',
    draw_inspectors: '检查人员',
    draw_more: '仅显示前 {rows} 个，其余见文件。',
    draw_rests:
      '全部计算在本页面内进行，不依赖服务器的结论。封存早于种子公开，须由存证日志证明；公示信息的校验值即日志所载，可以与您当时留存的比对。',
    draw_what: '抽取如何核对',
    draw_what_more:
      '重算名单与种子的校验值，与先行封存的比对；再按公布的规则重新抽取，与公布的结果逐项比对。',
    conclusion_kept: '核对通过',
    then_kept: '证据包所作承诺全部成立。',
    conclusion_untold: '未发现改动，但有事项无法判断',
    then_untold: '已核对的事项全部通过；未能核对的事项及原因见下。',
    conclusion_broken: '核对不通过',
    then_broken: '有承诺不成立，请勿采信本证据包。',
    group_broken: '不通过（{count} 项）',
    group_untold: '未能核对的事项及原因（{count} 项）',
    group_kept: '通过（{count} 项）',
    group_not_made: '证据包未作承诺（{count} 项）',
    counted: '共 {count} 项',
    rests: '结论的依据',
    rests_site:
      '所用公钥由本站公布，只能说明证据包是否仍与本站封存时一致。如果您怀疑的正是本站，请从其他途径取得公钥，再核对一次。',
    rests_own: '所用公钥由您提供。结论的可信程度，取决于您从何处取得这些公钥。',
    rests_none:
      '没有使用公钥。结论只说明包内各文件彼此相符：整包伪造的证据包也能做到这一点。请取得封存方的公钥后再核对。',
    rests_other:
      '签名者不是本站：证据包可能由其他机构封存，也可能是冒充。请从封存方取得公钥，选择“我自己提供公钥”再核对。',
    print: '打印核对结果',
    private: '文件不离开浏览器',
    private_more: '核对程序在本页面内运行。打开页面后即使断开网络，也可以用您自己的公钥核对。',
    what: '核对什么',
    what_more:
      '逐个文件计算校验值并与清单比对；核对封存签名、每份陈述的签名、在存证日志中的位置，以及发现与事件的内容。',
    limits: '核对不能说明什么',
    limits_more: '核对通过不说明原始文件在提取时真实、完整，也不说明其中的判断正确。',
    command: '不用浏览器',
    command_more: '文件夹形式的证据包，或不便使用浏览器时，可用命令行离线核对：',
  },
  en: {
    title: 'Verify a bag or a draw',
    lead:
      'Is a bag of evidence whole, was it changed, and who sealed it? Does a draw follow from ' +
      'the lists and seeds that were committed? No account needed, and nothing is uploaded.',
    drop: 'Drop a bag (ZIP) or a draw (JSON) here',
    drop_kinds: 'It is verified on your own device and never leaves the browser.',
    choose: 'Choose a file',
    keys: 'By whose keys',
    keys_site: 'The key of the evidence log that this site publishes',
    about_site: 'For bags downloaded here. The key is fetched from this site; nothing is sent.',
    keys_own: 'Keys of my own',
    about_own:
      'Better: keys got by another way than from this site or with the bag, such as a notice of ' +
      'whoever sealed it.',
    keys_none: 'Without keys',
    about_none: 'Tells only that the files of the bag agree with each other, not who sealed it.',
    own: 'Public keys',
    own_hint: 'One a line: name+id+content. Lines that begin with # are not read.',
    more: 'An earlier checkpoint, or the certificate of a timestamp authority?',
    older: 'Earlier checkpoint of the log',
    older_hint: 'Checks that the log has only grown since.',
    certificates: 'Certificate of a timestamp authority (PEM)',
    certificates_hint: 'Checks that the timestamp in the bag is by that authority.',
    again: 'Verify again',
    running: 'Verifying: {percent}% read',
    progress: 'Progress of verifying',
    refused_keys: 'Line {line} is no public key. Look at it and verify again.',
    refused_certificates: 'The file has no PEM certificate that can be read. Give another one.',
    refused_unreadable:
      'The file cannot be read; it may have been moved or changed. Choose the bag again.',
    refused_too_large: 'The file is larger than a draw may be.',
    refused_withdrawn: 'The draw was withdrawn; its content is no longer published.',
    draw_kept:
      'The result follows from the lists and seeds that were committed: this page drew again, ' +
      'and came to the same.',
    draw_broken: 'What is published is not what was committed: do not rely on its result.',
    draw_told: 'What was drawn',
    draw_counts: '{drawn} of {subjects} subjects, by {inspectors} inspectors.',
    draw_parties: 'Seeds of {parties}.',
    draw_place: 'Place',
    draw_subject: 'Subject',
    draw_inspectors: 'Inspectors',
    draw_more: 'The first {rows} are shown; the file has the rest.',
    draw_rests:
      'All of it was computed in this page; nothing rests on what the server says of it. That ' +
      'the commitments are older than the seeds is for the evidence log to show: the digest of ' +
      'the record is what the log has, and can be compared with one you kept.',
    draw_what: 'How a draw is verified',
    draw_what_more:
      'Digests of lists and seeds are worked out again and compared with those committed before; ' +
      'then it is drawn again by the published rules, and compared place by place.',
    conclusion_kept: 'Verified',
    then_kept: 'Every promise the bag makes is kept.',
    conclusion_untold: 'No change found, but something cannot be told',
    then_untold: 'All that was checked holds; below is what was not checked, and why.',
    conclusion_broken: 'Not verified',
    then_broken: 'A promise is broken: do not rely on this bag.',
    group_broken: 'Broken ({count})',
    group_untold: 'Not checked, and why ({count})',
    group_kept: 'Kept ({count})',
    group_not_made: 'Not promised by the bag ({count})',
    counted: '{count} checked',
    rests: 'What this rests on',
    rests_site:
      'The key is the one this site publishes: it tells whether the bag is still as this site ' +
      'sealed it. If it is this site that you doubt, get the key by another way and verify again.',
    rests_own: 'The keys are yours. How far to trust the outcome depends on where you got them.',
    rests_none:
      'No key was used. It tells only that the files of the bag agree with each other, which ' +
      'those of a forged bag can as well. Get the key of whoever sealed it and verify again.',
    rests_other:
      'It was not signed by this site: another office may have sealed it, or somebody who ' +
      'pretends to be one. Get the key from whoever sealed it and give it as a key of your own.',
    print: 'Print the outcome',
    private: 'Nothing leaves the browser',
    private_more:
      'The verifier runs inside this page. Once it is open you can cut the network and verify ' +
      'with keys of your own.',
    what: 'What is verified',
    what_more:
      'The digest of each file against the manifests; the seal, the signature of each statement ' +
      'and its place in the log; the content of findings and events.',
    limits: 'What this does not tell',
    limits_more:
      'That the raw files were true or complete when they were taken in, or that what is found ' +
      'in them is right.',
    command: 'Without a browser',
    command_more: 'For a bag in a folder, or where there is no browser, offline by command:',
  },
});
