/** Tells password managers that the password beside it is that of the login they know here. */
export function LoginHint() {
  return <input type="text" autoComplete="username" hidden readOnly />;
}
