import { Link } from 'react-router';
import { inspectionFiles } from '../../../../src/server/contract/inspections.ts';
import { useWords } from '../../app/language.ts';
import { pages } from '../../app/pages.ts';
import { importWords } from '../../text/imports.ts';
import { countText } from './count-text.ts';
import styles from './ResultLinks.module.css';

interface Props {
  readonly id: string;
  readonly findings: number | null;
}

/** Where the results are: pages about them, and files to keep. */
export function ResultLinks({ id, findings }: Props) {
  const say = useWords(importWords);
  const all = [
    { page: '/findings', to: `/findings?inspection_id=${id}`, text: say('to_findings') },
    { page: '/network', to: `/network/${id}`, text: say('to_network') },
    { page: '/orders', to: `/orders/${id}`, text: say('to_orders') },
  ];
  const links = all.filter(({ page, to }) => leads(page, to));
  return (
    <section className={styles['links']}>
      <div>
        <h2>{say('results')}</h2>
        {findings !== null && (
          <p className={styles['count']}>
            {say('findings_count', { findings: countText(findings) })}
          </p>
        )}
        <ul className={styles['pages']}>
          {links.map(({ to, text }) => (
            <li key={to}>
              <Link to={to}>{text}</Link>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h2>{say('report_files')}</h2>
        <ul className={styles['files']}>
          {inspectionFiles.map((file) => (
            <li key={file}>
              <a href={`/api/v1/inspections/${encodeURIComponent(id)}/files/${file}`} download>
                {file}
              </a>{' '}
              <span className="soft">{say(`file_${keyOf(file)}`)}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

type File = (typeof inspectionFiles)[number];
type KeyOf<F extends string> = F extends `${infer A}.${infer B}` ? `${A}_${KeyOf<B>}` : F;

function keyOf(file: File): KeyOf<File> {
  // Dots become lines, as in the type.
  return file.replaceAll('.', '_') as KeyOf<File>;
}

/** Is there a page at the address? With the inspection in its path, or in the query. */
function leads(page: string, to: string): boolean {
  return to.includes('?')
    ? pages.some(({ path }) => path === page)
    : pages.some(({ path }) => new RegExp(`^${page}/:\\w+(/:\\w+\\?)?\\??$`).test(path));
}
