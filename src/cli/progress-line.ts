import type { OnProgress, Progress } from '../model/progress.ts';
import type { Language } from './language.ts';

const steps: Record<Language, Record<Progress['step'], string>> = {
  en: {
    hash: 'hashing',
    read: 'reading',
    load: 'loading',
    detect: 'detecting',
    map: 'mapping',
    network: 'network',
    provisions: 'provisions',
    report: 'report',
    simulate: 'simulating',
    send: 'sending',
    fetch: 'fetching',
  },
  zh: {
    hash: '计算校验值',
    read: '读取',
    load: '载入',
    detect: '识别系统',
    map: '映射',
    network: '推荐网络',
    provisions: '条款检查',
    report: '生成报告',
    simulate: '推演',
    send: '发送',
    fetch: '取回',
  },
};

const redraw_interval_ms = 100;

/** The one line of progress on a terminal: step, subject, share, rows, rate, time left. */
export class ProgressLine {
  readonly #out: NodeJS.WriteStream;
  readonly #language: Language;
  #started_ms = 0;
  #drawn_ms = 0;
  #key = '';
  #shown = false;

  constructor(out: NodeJS.WriteStream, language: Language) {
    this.#out = out;
    this.#language = language;
  }

  /** Undefined where nobody watches: then nothing is computed either. */
  get listener(): OnProgress | undefined {
    return this.#out.isTTY ? (progress) => this.#show(progress) : undefined;
  }

  clear(): void {
    if (this.#shown) this.#out.write('\r\u001b[K');
    this.#shown = false;
  }

  #show(progress: Progress): void {
    const now_ms = performance.now();
    const key = `${progress.step}\0${progress.subject}`;
    if (key !== this.#key) {
      this.#key = key;
      this.#started_ms = now_ms;
    } else if (now_ms - this.#drawn_ms < redraw_interval_ms) {
      return;
    }
    this.#drawn_ms = now_ms;
    const text = describeProgress(progress, now_ms - this.#started_ms, this.#language);
    this.#out.write(`\r\u001b[K${text.slice(0, Math.max(20, this.#out.columns - 1))}`);
    this.#shown = true;
  }
}

/** 'reading dump.sql 43 % · 1,200,000 rows · 410,000 rows/s · 3 s left'; items are counted. */
export function describeProgress(
  progress: Progress,
  elapsed_ms: number,
  language: Language,
): string {
  const parts = [
    `${steps[language][progress.step]}${progress.subject ? ` ${progress.subject}` : ''}`,
  ];
  const share = progress.total ? Math.min(1, progress.done / progress.total) : null;
  if (share !== null) parts[0] += ` ${Math.floor(share * 100)} %`;
  const grouped = (value: number): string => Math.round(value).toLocaleString('en-US');
  const rowWord = language === 'zh' ? '行' : 'rows';
  if (progress.unit === 'items' && progress.total !== null) {
    parts.push(`${grouped(progress.done)}/${grouped(progress.total)}`);
    if (elapsed_ms > 500 && progress.done > 0) {
      parts.push(`${((progress.done / elapsed_ms) * 1000).toFixed(1)}/s`);
    }
  }
  if (progress.rows > 0) {
    parts.push(`${grouped(progress.rows)} ${rowWord}`);
    if (elapsed_ms > 500) {
      parts.push(`${grouped((progress.rows / elapsed_ms) * 1000)} ${rowWord}/s`);
    }
  }
  if (share !== null && share > 0.01 && elapsed_ms > 500) {
    const left_s = Math.ceil((elapsed_ms * (1 - share)) / share / 1000);
    parts.push(language === 'zh' ? `剩余 ${left_s} 秒` : `${left_s} s left`);
  }
  return parts.join(' · ');
}
