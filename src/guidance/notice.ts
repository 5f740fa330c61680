import type { Localised } from '../model/localised.ts';

/** Stands on every sheet and list made of sheets. */
export const notice: Localised = {
  zh:
    '本结果由程序按所列项目计算，仅供提示和安排检查参考，不构成任何处理决定，不得单独据以作出对经营者' +
    '权益有重大影响的决定。经营者有权要求说明计算过程，有权要求人工复核，并可更正所依据的事实' +
    '（《个人信息保护法》第二十四条；《网络交易平台规则监督管理办法》第十九条）。',
  en:
    'Worked out by a program from the parts listed, as guidance and to plan inspections. It is ' +
    'no decision, and no decision that weighs on an operator may rest on it alone. The operator ' +
    'may ask how it was worked out, may ask for a person to look at it again, and may have the ' +
    'facts corrected (Personal Information Protection Law art. 24; Order 116 art. 19).',
};
