import type { Localised } from './localised.ts';

export interface Refusal {
  readonly severity: 'error';
  readonly what: Localised;
  readonly todo: Localised;
}

function refusal(en: string, zh: string, todo_en: string, todo_zh: string): Refusal {
  return { severity: 'error', what: { en, zh }, todo: { en: todo_en, zh: todo_zh } };
}

/** Why a step of a matter may not be taken; part of `issueCodes`. */
export const caseworkIssueCodes = {
  'casework.before_last': refusal(
    'The step is dated {at}, before the last event of the matter ({last}).',
    '该步骤的时间为 {at}，早于本事项最近一次记录（{last}）。',
    'Date it now; a day that lies back goes into the data of the step.',
    '请按当前时间提交；较早的日期请填入步骤的数据字段。',
  ),
  'casework.broken_history': refusal(
    'Event {number} of matter {matter} ({type}) has no place there; {wanted} was to come.',
    '事项 {matter} 的第 {number} 条记录（{type}）不合顺序，应为 {wanted}。',
    'The stored events were changed or lost: check them against the log before going on.',
    '所存记录可能被改动或遗失，请先对照日志核验再继续。',
  ),
  'casework.data_missing': refusal(
    "Step '{step}' needs '{field}'.",
    '步骤“{step_zh}”缺少“{field}”。',
    'Give it; docs/reference/casework.md lists the data of every step.',
    '请补上；各步骤所需数据见 docs/reference/casework.md。',
  ),
  'casework.data_unknown': refusal(
    "Step '{step}' has no '{field}'.",
    '步骤“{step_zh}”没有“{field}”这一项。',
    'Leave it out; docs/reference/casework.md lists the data of every step.',
    '请删去；各步骤的数据见 docs/reference/casework.md。',
  ),
  'casework.data_wrong': refusal(
    "'{field}' of step '{step}' is not of the form wanted: {wanted}.",
    '步骤“{step_zh}”的“{field}”不符合要求的形式：{wanted}。',
    'Correct it; docs/reference/casework.md describes the forms.',
    '请更正；各形式的说明见 docs/reference/casework.md。',
  ),
  'casework.day_ahead': refusal(
    "'{field}' of step '{step}' is {day}, later than the step itself ({on}).",
    '步骤“{step_zh}”的“{field}”为 {day}，晚于该步骤本身（{on}）。',
    'Take the step when it has happened, or correct the day.',
    '请在事实发生后再提交，或者更正日期。',
  ),
  'casework.day_not_ahead': refusal(
    "'{field}' of step '{step}' is {day}; it must lie after {on}.",
    '步骤“{step_zh}”的“{field}”为 {day}，应当晚于 {on}。',
    'Correct the day.',
    '请更正日期。',
  ),
  'casework.day_not_past': refusal(
    "Step '{step}' comes after {day}, which is not over.",
    '{day} 尚未届满，不能进行步骤“{step_zh}”。',
    'Wait until the day is over.',
    '请在届满后再办理。',
  ),
  'casework.day_past': refusal(
    "Step '{step}' was possible up to {day}.",
    '步骤“{step_zh}”只能在 {day} 以前进行。',
    'Ask anew where it is still needed.',
    '确有需要的，请重新申请。',
  ),
  'casework.day_unknown': refusal(
    "Step '{step}' hangs on '{day}', which was never set.",
    '步骤“{step_zh}”取决于“{day}”，但从未设定。',
    'Take another step: this one is for matters with that day.',
    '请改用其他步骤；该步骤仅适用于设定了该日期的事项。',
  ),
  'casework.decided_before': refusal(
    "Whoever took '{first}' may not take '{step}'.",
    '曾办理“{first_zh}”的人员不得办理“{step_zh}”。',
    'Hand it to somebody who had no part in it.',
    '请交由未参与的人员办理。',
  ),
  'casework.draw_beacon': refusal(
    'The draw names a public source of chance and gives no value of it, or the other way round.',
    '抽取约定的公共随机源与所公布的数值不一致：有其一而无其二。',
    'Publish the value of the source that was named before, or none where none was named.',
    '请公布事先约定的随机源的数值；未约定的，不得使用。',
  ),
  'casework.draw_counts': refusal(
    'Nothing can be drawn: {drawn} subjects, {inspectors_each} inspectors for each.',
    '无法抽取：抽取 {drawn} 个对象，每个配 {inspectors_each} 名检查人员。',
    'Draw at least one of each, and no more than there are.',
    '两者均应至少为一，且不超过名单人数。',
  ),
  'casework.draw_few_seeds': refusal(
    'Seeds of {seeds} parties are committed; there must be two or more, one of each.',
    '封存种子的参与方为 {seeds} 个，应不少于两个且每方一个。',
    'Make the draw void and begin again.',
    '请作废后重新抽取。',
  ),
  'casework.draw_list_changed': refusal(
    'The {what} is not what was committed before the seeds were known.',
    '{what_zh}与种子公开之前封存的不同。',
    'Publish what was committed; a draw from anything else is void.',
    '请公布当时封存的内容；以其他名单抽取的，应当作废。',
  ),
  'casework.draw_malformed': refusal(
    "The file is no draw as it is published: '{at}' is missing, of another kind, or too many.",
    '文件不是所公布的抽取：“{at}”缺失、类型不符或者多余。',
    'Take the file from the record of the draw.',
    '请从该抽取的公示信息下载文件。',
  ),
  'casework.draw_no_inspector': refusal(
    "Too few inspectors may inspect '{subject}'.",
    '可以检查“{subject}”的人员不足（须回避者除外）。',
    'Make the draw void and begin again with more inspectors.',
    '请作废，并增加检查人员后重新抽取。',
  ),
  'casework.draw_record_changed': refusal(
    'The record has the digest {seen}, not {digest} as it says.',
    '该公示信息的校验值为 {seen}，与其所称的 {digest} 不符。',
    'Do not rely on it; take the record again from whoever published it.',
    '请勿采信，并向公示机构重新获取。',
  ),
  'casework.draw_result_differs': refusal(
    'At place {at} the lists and seeds give {expected}; published is {seen}.',
    '按名单和种子推算，第 {at} 位应为 {expected}，公布的是 {seen}。',
    'Publish the result they give; any other is void.',
    '请公布推算所得的结果；其他结果无效。',
  ),
  'casework.draw_stranger': refusal(
    "'{party}' shows a seed it never committed to.",
    '“{party}”公开了未曾封存的种子。',
    'Leave it out.',
    '请删去该种子。',
  ),
  'casework.draw_too_long': refusal(
    'A list of the draw has more than {entries} entries.',
    '抽取的名单超过 {entries} 项。',
    'Draw in parts.',
    '请分批抽取。',
  ),
  'casework.draw_twice': refusal(
    "'{id}' stands in the list twice.",
    '“{id}”在名单中重复。',
    'Leave one out before the lists are committed.',
    '请在封存名单之前去重。',
  ),
  'casework.draw_weight': refusal(
    "The weight of '{id}' is no whole number from 1 to {weight_max}.",
    '“{id}”的权重不是 1 至 {weight_max} 的整数。',
    'Correct it before the lists are committed.',
    '请在封存名单之前更正。',
  ),
  'casework.draw_withheld': refusal(
    "'{party}' committed to a seed and has not shown it, or has shown several.",
    '“{party}”封存了种子但未公开，或者公开了多个。',
    'The draw cannot be made without it: make it void, with the party named as the reason.',
    '缺少该种子不得抽取：请作废，并写明原因在该方。',
  ),
  'casework.extended_already': refusal(
    "Step '{step}' extends the term a second time; the law allows it once.",
    '步骤“{step_zh}”将再次延长期限，而法律只允许延长一次。',
    'Decide within the term as it stands.',
    '请在现有期限内办理。',
  ),
  'casework.item_ended': refusal(
    "'{item}' has been dealt with; step '{step}' comes too late.",
    '“{item}”已经处理，不能再进行步骤“{step_zh}”。',
    'Name another item.',
    '请指定其他对象。',
  ),
  'casework.item_taken': refusal(
    "'{item}' has been named before; step '{step}' needs a new name.",
    '“{item}”已经使用，步骤“{step_zh}”需要新的名称。',
    'Give it a name of its own.',
    '请另行命名。',
  ),
  'casework.item_unknown': refusal(
    "The matter knows no '{item}' that step '{step}' could be about.",
    '本事项中没有“{item}”，无法进行步骤“{step_zh}”。',
    'Name one that was begun in this matter.',
    '请指定本事项中已有的对象。',
  ),
  'casework.item_unsettled': refusal(
    "'{item}' has not been dealt with; step '{step}' comes after that.",
    '“{item}”尚未处理，不能进行步骤“{step_zh}”。',
    'Deal with it first.',
    '请先处理该对象。',
  ),
  'casework.mark_missing': refusal(
    "Step '{step}' comes after '{mark}', which has not happened.",
    '尚无“{mark_zh}”，不能进行步骤“{step_zh}”。',
    'Take the missing step first.',
    '请先完成前一步骤。',
  ),
  'casework.mark_there': refusal(
    "Step '{step}' is not possible after '{mark}'.",
    '已有“{mark_zh}”，不能再进行步骤“{step_zh}”。',
    'Nothing needs doing, or another step is meant.',
    '无需重复办理，或者应使用其他步骤。',
  ),
  'casework.matter_differs': refusal(
    "'{matter}' is not the matter the step is for.",
    '“{matter}”不是该步骤所属的事项。',
    'Send the step to the matter it belongs to.',
    '请提交到所属的事项。',
  ),
  'casework.matter_unknown': refusal(
    "Who decided matter '{matter}' is not known, so nobody can be said to be another person.",
    '无法得知事项“{matter}”由何人决定，因而不能确认办理人未曾参与。',
    'Name a matter of this system.',
    '请指定本系统中的事项。',
  ),
  'casework.no_proposal': refusal(
    'There is no open proposal {proposal}.',
    '没有待批的提请 {proposal}。',
    'It was approved, rejected or taken back already; look at the matter again.',
    '可能已经批准、驳回或者撤回，请刷新事项后再看。',
  ),
  'casework.no_second': refusal(
    "Step '{step}' needs no second person.",
    '步骤“{step_zh}”不需要他人批准。',
    'Take it directly.',
    '请直接办理。',
  ),
  'casework.not_cured': refusal(
    "Finding '{finding}' of the order is not among those that are gone.",
    '责令改正所列的发现“{finding}”不在已消除之列。',
    'Record that it is not cured, or inspect again.',
    '请登记为未改正，或者重新检查。',
  ),
  'casework.not_granted': refusal(
    "'{what}' was not granted; step '{step}' goes too far.",
    '“{what}”未获批准，步骤“{step_zh}”超出范围。',
    'Ask for it in a new request.',
    '请另行申请。',
  ),
  'casework.not_last_day': refusal(
    "'{field}' of step '{step}' must be the last day of the term, {last}.",
    '步骤“{step_zh}”的“{field}”应为期限的最后一日 {last}。',
    'Correct the day.',
    '请更正日期。',
  ),
  'casework.not_open': refusal(
    "There is no matter yet that step '{step}' could be taken in.",
    '事项尚未建立，不能进行步骤“{step_zh}”。',
    'Open it first.',
    '请先建立事项。',
  ),
  'casework.not_said': refusal(
    "Step '{step}' needs '{field}' to be true.",
    '步骤“{step_zh}”要求“{field}”为“是”。',
    'Take it once that is so.',
    '请在条件具备后办理。',
  ),
  'casework.not_yours': refusal(
    "Step '{step}' is for others than this user.",
    '该用户无权办理步骤“{step_zh}”。',
    'Hand it to the side and role that docs/reference/casework.md names.',
    '请交由有权的一方和角色办理，见 docs/reference/casework.md。',
  ),
  'casework.one_owner': refusal(
    'A matter of kind {kind} has one owner; {owners} were named.',
    '{kind_zh}事项应有且只有一个承办机构，但列出了 {owners} 个。',
    'Name the one that handles it; others are helpers.',
    '请列出一个承办机构，其余列为协助方。',
  ),
  'casework.only_who_asked': refusal(
    "Only whoever took '{first}' may take '{step}'.",
    '只有办理“{first_zh}”的人员可以办理“{step_zh}”。',
    'Ask in your own name.',
    '请以本人名义申请。',
  ),
  'casework.open_already': refusal(
    'The matter has been opened.',
    '该事项已经建立。',
    'Take another step, or open another matter.',
    '请办理其他步骤，或者另建事项。',
  ),
  'casework.party_wrong': refusal(
    'In matters of kind {kind} no {party} stands as {face}.',
    '{kind_zh}事项中，{party_zh}不能作为{face_zh}。',
    'Correct the parties; docs/reference/casework.md lists who stands where.',
    '请更正参与方，见 docs/reference/casework.md。',
  ),
  'casework.reason_long': refusal(
    'The reason is longer than {chars} characters.',
    '理由超过 {chars} 个字符。',
    'Shorten it and add the rest as a file.',
    '请缩短，其余内容以附件提交。',
  ),
  'casework.reason_missing': refusal(
    "Step '{step}' needs a reason.",
    '步骤“{step_zh}”必须说明理由。',
    'State it.',
    '请填写理由。',
  ),
  'casework.same_inspection': refusal(
    "Inspection '{inspection}' is the one the order rests on; it cannot prove the cure.",
    '“{inspection}”是责令改正所依据的检查，不能证明已经改正。',
    'Inspect again and name the new inspection.',
    '请重新检查，并指明新的检查。',
  ),
  'casework.same_person': refusal(
    "Whoever proposed '{step}' may not approve it.",
    '提请“{step_zh}”的人员不得批准自己的提请。',
    'Have another person look at it.',
    '请由他人审批。',
  ),
  'casework.second_person': refusal(
    "Step '{step}' takes two persons.",
    '步骤“{step_zh}”须由一人提请、另一人批准。',
    'Propose it; another person approves.',
    '请先提请，再由他人批准。',
  ),
  'casework.seed_differs': refusal(
    "The seed of '{item}' is not the one it committed to.",
    '“{item}”公开的种子与其封存的不符。',
    'Reveal the committed seed, or make the draw void.',
    '请公开所封存的种子，否则抽取应当作废。',
  ),
  'casework.span_not_running': refusal(
    "Step '{step}' ends a time that does not run: {span}.",
    '“{span_zh}”并未开始，不能进行步骤“{step_zh}”。',
    'Begin it first.',
    '请先登记开始。',
  ),
  'casework.span_runs': refusal(
    "Step '{step}' is not possible while this runs: {span}.",
    '“{span_zh}”期间不能进行步骤“{step_zh}”。',
    'End it first.',
    '请先登记结束。',
  ),
  'casework.system_decides': refusal(
    "Step '{step}' is a person's to decide; the program only reminds and records lapses.",
    '步骤“{step_zh}”须由人决定；程序只能提醒和登记期满。',
    'Have a person take it.',
    '请由办理人员办理。',
  ),
  'casework.term_runs': refusal(
    "Step '{step}' comes after the term '{clock}', which runs until {last}.",
    '期限“{clock_zh}”至 {last} 届满，届满前不能进行步骤“{step_zh}”。',
    'Wait until the term is over.',
    '请在期限届满后办理。',
  ),
  'casework.term_unknown': refusal(
    "Step '{step}' comes after the term '{clock}', whose end cannot be told.",
    '步骤“{step_zh}”须在期限“{clock_zh}”届满后进行，但无法确定届满日。',
    'Record what the term hangs on: the end of time left out, or the official calendar.',
    '请补充期限所依据的信息：扣除时间的结束，或者官方工作日历。',
  ),
  'casework.time_wrong': refusal(
    "'{at}' and '{on}' are not an instant and its legal day.",
    '“{at}”与“{on}”不是有效的时刻及其对应的日期。',
    'Give an instant in UTC with milliseconds, and the day it falls on.',
    '请给出带毫秒的 UTC 时刻，以及其所在日期。',
  ),
  'casework.too_few': refusal(
    "Step '{step}' needs {least} of '{mark}'; there are {has}.",
    '步骤“{step_zh}”需要 {least} 个“{mark_zh}”，现有 {has} 个。',
    'Complete them first.',
    '请先补齐。',
  ),
  'casework.too_many': refusal(
    "'{field}' of step '{step}' is more than '{other}'.",
    '步骤“{step_zh}”的“{field}”大于“{other}”。',
    'Correct the figures.',
    '请更正数字。',
  ),
  'casework.too_many_events': refusal(
    'The matter has {events} events, as many as one matter may have.',
    '该事项已有 {events} 条记录，达到上限。',
    'Go on in another matter linked to this one.',
    '请另建事项并与本事项关联后继续办理。',
  ),
  'casework.unknown_step': refusal(
    "Matters of kind {kind} have no step '{step}'.",
    '{kind_zh}事项没有步骤“{step_zh}”。',
    'docs/reference/casework.md lists the steps.',
    '各步骤见 docs/reference/casework.md。',
  ),
  'casework.wrong_status': refusal(
    "Step '{step}' is not possible in status '{status}'.",
    '事项处于“{status_zh}”状态，不能进行步骤“{step_zh}”。',
    'Look at the matter again: somebody may have taken a step since.',
    '请刷新事项：可能已有他人办理。',
  ),
} as const;
