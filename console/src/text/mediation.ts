import { words } from './words.ts';

/** Whether somebody who complained agrees to mediation. */
export const mediationWords = words({
  zh: {
    title: '是否同意调解',
    what: '受理部门建议由其主持调解，内容见办理经过。调解以双方自愿为前提；不同意的，部门终止调解并告知其他途径。',
    until: '请在 {day} 前答复。',
    text: '说明（选填）',
    text_hint: '例如希望的时间和方式。被投诉方也能看到，请不要写入联系方式。',
    agree: '同意调解',
    decline: '不同意调解',
    agreed: '同意调解。',
    declined: '不同意调解。',
  },
  en: {
    title: 'Do you agree to mediation?',
    what: 'The office proposes to mediate, as told above; it takes a yes of both sides.',
    until: 'Please answer by {day}.',
    text: 'Anything to add',
    text_hint: 'A time or a way that suits you. Whoever you complain of can read it.',
    agree: 'I agree',
    decline: 'I do not agree',
    agreed: 'Agreed to mediation.',
    declined: 'Did not agree to mediation.',
  },
});
