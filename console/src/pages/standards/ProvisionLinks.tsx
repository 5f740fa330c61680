import { Link } from 'react-router';

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
          <Link to={`/standards/${standard}/${encodeURIComponent(id)}`}>
            <bdi>{id}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}
