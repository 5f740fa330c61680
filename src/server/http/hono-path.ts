/** A path of the contract as Hono writes it; what is called `…_path` reaches over slashes. */
export function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name.endsWith('_path') ? `:${name}{.+}` : `:${name}`,
  );
}
