import { Link } from 'react-router';
import { provisionPath } from '../../parts/use-provision-page.ts';

interface Props {
  readonly standard: string;
  readonly ids: readonly string[];
}

/** Provisions of a pack, each leading to its page. */
export function ProvisionLinks({ standard, ids }: Props) {
  return (
    <ul className="list">
      {ids.map((id) => (
        <li key={id}>
          <Link to={provisionPath(standard, id)}>
            <bdi>{id}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}
