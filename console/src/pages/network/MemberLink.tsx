import styles from './MemberPanel.module.css';

interface Props {
  readonly id: string;
  readonly choose: (member_id: string) => void;
  /** It is the one looked at: nowhere to go. */
  readonly here?: boolean;
}

/** A member's id that leads to the member. */
export function MemberLink({ id, choose, here = false }: Props) {
  if (here) {
    return (
      <strong aria-current="true">
        <bdi>{id}</bdi>
      </strong>
    );
  }
  return (
    <button
      type="button"
      className={styles['link']}
      onClick={(event) => {
        event.stopPropagation();
        choose(id);
      }}
    >
      <bdi>{id}</bdi>
    </button>
  );
}
