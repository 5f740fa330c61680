/** The mark: one ray in, three out. The same as the report's. */
export function PrismMark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 40 32" height={size} fill="none" strokeWidth={2.2} aria-hidden="true">
      <path stroke="var(--soft)" d="M0 19H11" />
      <path stroke="var(--ink)" fill="var(--wash)" d="M16 4L28 28H4Z" />
      <path stroke="var(--pre)" d="M20 13L40 6" />
      <path stroke="var(--in)" d="M23 18.5H40" />
      <path stroke="var(--after)" d="M26 24L40 30" />
    </svg>
  );
}
