import { words } from './words.ts';

/** Lists and pages that wait, failed, or have nothing. */
export const stateWords = words({
  zh: { loading: '正在载入', failed: '未能载入', request: '请求编号', retry: '重试' },
  en: {
    loading: 'Loading',
    failed: 'This could not be loaded',
    request: 'request',
    retry: 'Try again',
  },
});
