import { PolyprismError } from '../../model/issue.ts';
import { idForm } from '../front-matter.ts';
import { provisionTemplate, testTemplate } from './provision-template.ts';
import { headTemplate, readmeTemplate } from './head-template.ts';

export interface NewPack {
  /** Of the pack: lower-case words joined by dots. */
  readonly id: string;
  /** Of its example provision; `<pack>.refund-in-time` where absent. */
  readonly provision?: string;
  readonly publisher: string;
}

/**
 * The files of a new pack, by name: sound, with one provision to be rewritten and cases that
 * notice every small mistake in it.
 */
export function newPack({ id, provision, publisher }: NewPack): Map<string, string> {
  const name = provision ?? `${id}.refund-in-time`;
  for (const one of [id, name]) {
    if (!idForm.test(one)) throw new PolyprismError('pack.bad_id', { id: one });
  }
  return new Map([
    ['README.md', readmeTemplate(id, publisher)],
    ['pack.yaml', headTemplate(id, publisher)],
    [`provisions/${name}.md`, provisionTemplate(name)],
    [`provisions/${name}.test.yaml`, testTemplate],
  ]);
}
