import type { PromiseName, PromiseState, Why } from './outcome.ts';
import type { ArchiveFlaw } from '../archive/read-directory.ts';
import type { TimestampFlaw } from '../timestamp/verify-timestamp.ts';
import type { Localised } from '../../model/localised.ts';

export const promise_titles: Readonly<Record<PromiseName, Localised>> = {
  archive: { en: 'An archive that can be read in one way only', zh: '压缩包读法唯一' },
  names: { en: 'Plain files under plain names', zh: '仅含普通文件，名称正常' },
  form: { en: 'A bag as Polyprism makes it', zh: '符合 Polyprism 证据包格式' },
  payload: { en: 'No file changed', zh: '文件内容未改动' },
  complete: { en: 'No file missing or added', zh: '文件无缺失、无增加' },
  tags: { en: 'Manifests and description unchanged', zh: '清单与说明未改动' },
  seal: { en: 'Sealed by a known key', zh: '由已知密钥封存' },
  statements: { en: 'Each statement signed by a known key', zh: '每份陈述均由已知密钥签名' },
  events: { en: 'Events are those whose digests the log has', zh: '各事件与日志中的校验值一致' },
  findings: {
    en: 'Findings are what they say they are, all of them',
    zh: '各项发现内容相符、没有缺漏',
  },
  inputs: { en: 'Raw and attached files are in the bag', zh: '原始文件与所附文件在证据包内' },
  log: { en: 'Each statement stands in the log', zh: '每份陈述均已载入存证日志' },
  checkpoint: { en: 'State of the log signed by the log', zh: '日志状态由日志密钥签名' },
  witnesses: { en: 'State of the log confirmed by witnesses', zh: '日志状态经见证方确认' },
  older: { en: 'The log has only grown since', zh: '日志自先前状态以来只增不改' },
  timestamp: { en: 'Timestamp of a trusted authority', zh: '受信任机构的时间戳' },
  custody: { en: 'Custody complete, reviews done', zh: '保管记录完整，审核完成' },
};

export const state_words: Readonly<Record<PromiseState, Localised>> = {
  kept: { en: 'kept', zh: '通过' },
  broken: { en: 'BROKEN', zh: '不通过' },
  untold: { en: 'cannot tell', zh: '无法判断' },
  not_made: { en: 'not promised', zh: '未作承诺' },
};

export const why_texts: Readonly<Record<Why, Localised>> = {
  archive: { en: '{named}', zh: '{named}' },
  damaged: { en: 'damaged: {named}', zh: '已损坏：{named}' },
  not_a_file: { en: 'links or devices: {named}', zh: '含链接或设备：{named}' },
  bad_name: {
    en: 'names that lead elsewhere or deceive: {named}',
    zh: '名称越界或有误导：{named}',
  },
  clash: { en: 'one name to some systems: {named}', zh: '在部分系统中会重名：{named}' },
  too_many: { en: 'more than {named} files', zh: '文件超过 {named} 个' },
  too_large: { en: 'too large to be read: {named}', zh: '过大，无法读取：{named}' },
  no_bag: { en: 'missing: {named}', zh: '缺少：{named}' },
  fetch: {
    en: 'it sends the reader to a network: {named}',
    zh: '要求从网络获取文件：{named}',
  },
  malformed: { en: 'not as it is written by Polyprism: {named}', zh: '格式不符：{named}' },
  changed: { en: 'changed: {named}', zh: '已改动：{named}' },
  missing: { en: 'missing: {named}', zh: '缺失：{named}' },
  extra: { en: 'in no manifest: {named}', zh: '清单之外：{named}' },
  unsigned: { en: 'there is no signature', zh: '没有签名' },
  no_key: {
    en: 'signed; give the public key{keys}',
    zh: '已签名；请{keys}提供公钥',
  },
  other_signer: {
    en: 'signed by no key that is known {named}',
    zh: '签名者不在已知密钥之列 {named}',
  },
  bad_id: { en: 'ids that are not of their content: {named}', zh: '编号与内容不符：{named}' },
  disagrees: { en: 'disagrees with the report: {named}', zh: '与报告不一致：{named}' },
  disagrees_matter: {
    en: 'disagrees with the statement of the matter: {named}',
    zh: '与事项陈述不一致：{named}',
  },
  bad_entry: { en: 'not the event the log has: {named}', zh: '与日志所载事件不符：{named}' },
  in_part: {
    en: 'shown in part, which the seal alone ties to the log: event {named}',
    zh: '仅部分可见，与日志的对应关系仅由封存签名说明：事件 {named}',
  },
  elsewhere: {
    en: 'only their digests are here: {named}',
    zh: '包内仅有其校验值：{named}',
  },
  not_logged: { en: '{named} statement(s) are in no log', zh: '{named} 份陈述未载入日志' },
  not_included: { en: 'not in the log: statement {named}', zh: '不在日志中：第 {named} 份陈述' },
  no_log: { en: 'the bag brings no log', zh: '证据包不含日志' },
  other_log: { en: 'of another log {named}', zh: '属于另一日志 {named}' },
  not_cosigned: { en: 'no known witness confirmed it', zh: '没有已知见证方确认' },
  older_unknown: {
    en: 'no proof from that state ({named}); ask whoever keeps the log',
    zh: '缺少从该状态起的证明（{named}），请向日志保管方索取',
  },
  rewritten: { en: 'another history than before ({named})', zh: '与先前历史不符（{named}）' },
  no_authority: {
    en: 'there is one; give the certificate of its authority{tsa}',
    zh: '有时间戳；请{tsa}提供机构证书',
  },
  timestamp: { en: 'it does not hold: {named}', zh: '时间戳不成立：{named}' },
  gaps: { en: 'missing or contradictory: {named}', zh: '缺失或矛盾：{named}' },
  not_usable: { en: 'not yet reviewed to the end: {named}', zh: '尚未审核完毕：{named}' },
  none: { en: 'there is none', zh: '没有时间戳' },
  not_looked_at: {
    en: 'not looked at after what is broken above',
    zh: '因上述不通过事项，未再核对',
  },
};

/** Why an archive is not read, in words. */
const archive_texts: Readonly<Record<ArchiveFlaw, Localised>> = {
  no_archive: { en: 'no ZIP archive', zh: '不是 ZIP 压缩包' },
  trailing_bytes: { en: 'something follows its end', zh: '结尾之后还有内容' },
  several_disks: { en: 'in several parts', zh: '分卷压缩' },
  too_many: { en: 'too many files', zh: '文件过多' },
  too_large: { en: 'too large', zh: '过大' },
  bad_directory: { en: 'its list of files is wrong', zh: '文件目录有误' },
  encrypted: { en: 'encrypted', zh: '已加密' },
  unknown_method: { en: 'packed in an unknown way', zh: '压缩方法未知' },
  bad_name: {
    en: 'a name that is read in several ways, or is there twice',
    zh: '名称有歧义或重复',
  },
  overlap: { en: 'files that overlap, or bytes between them', zh: '文件重叠或夹有其他内容' },
  headers_differ: { en: 'its two lists of files differ', zh: '两处文件信息不一致' },
  several_bags: { en: 'not one folder with a bag', zh: '不是单独一个证据包文件夹' },
};

/** What is wrong with a timestamp, in words. */
const timestamp_texts: Readonly<Record<TimestampFlaw, Localised>> = {
  malformed: { en: 'no token of RFC 3161', zh: '不是 RFC 3161 时间戳' },
  of_other_bytes: { en: 'it is of other bytes', zh: '所盖对象不是该日志状态' },
  unknown_algorithm: { en: 'an algorithm that is not accepted', zh: '采用了不予接受的算法' },
  unknown_authority: { en: 'by another authority', zh: '并非该机构签发' },
  not_for_timestamps: {
    en: 'the certificate is not for timestamps',
    zh: '证书用途不是时间戳',
  },
  outside_validity: {
    en: 'the certificate was not valid then',
    zh: '签发时证书不在有效期内',
  },
  bad_signature: { en: 'the signature is wrong', zh: '签名不符' },
};

/** Words for what an outcome names, where those are words of ours. */
export const flaw_texts: Readonly<Record<string, Readonly<Record<string, Localised>>>> = {
  archive: archive_texts,
  timestamp: timestamp_texts,
};
