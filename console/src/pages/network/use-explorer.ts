import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReadBytes } from '../../../../src/network/explorer/read-columns.ts';
import { openExplorer } from '../../../../src/network/explorer/read-explorer.ts';
import type { Explorer } from '../../../../src/network/explorer/read-explorer.ts';
import type { Schemes } from '../../../../src/network/explorer/read-schemes.ts';
import { networkFile } from '../../../../src/server/contract/network.ts';
import { call } from '../../api/call.ts';
import { joined_members_max, readJoined } from './joined-share.ts';
import type { TreeName } from './tree-of.ts';

/** An opened network: what the picture is drawn of. */
export interface Network {
  readonly explorer: Explorer;
  readonly schemes: Schemes;
  readonly read: ReadBytes;
}

/** Files of a tree by ranges, each under its digest: the browser keeps them for good. */
function filesOf(inspection_id: string, tree: TreeName, index_sha256: string): ReadBytes {
  let digests: Promise<Readonly<Record<string, { readonly sha256: string }>>> | null = null;
  const ask = async (file_path: string, sha256: string, range?: string): Promise<Uint8Array> => {
    const { response } = await call(networkFile, {
      params: { inspection_id, tree, file_path },
      query: { sha256 },
      headers: range === undefined ? {} : { range },
    });
    return new Uint8Array(await response.arrayBuffer());
  };
  return async (file, from, to) => {
    if (file === 'index.json') {
      const bytes = await ask(file, index_sha256);
      const text = new TextDecoder().decode(bytes);
      digests = Promise.resolve(
        (JSON.parse(text) as { readonly files: Record<string, { readonly sha256: string }> }).files,
      );
      return bytes;
    }
    if (from !== undefined && to !== undefined && from >= to) return new Uint8Array(0);
    const sha256 = (await digests)?.[file]?.sha256 ?? '';
    const range = from === undefined || to === undefined ? undefined : `bytes=${from}-${to - 1}`;
    return await ask(file, sha256, range);
  };
}

/** Opens the explorer of a tree; kept as long as the page stands. */
export function useExplorer(
  inspection_id: string,
  tree: TreeName,
  index_sha256: string,
): UseQueryResult<Network> {
  return useQuery({
    queryKey: ['network.explorer', inspection_id, tree, index_sha256],
    staleTime: Number.POSITIVE_INFINITY,
    // It holds functions, which cannot be compared.
    structuralSharing: false,
    queryFn: async () => {
      const read = filesOf(inspection_id, tree, index_sha256);
      const explorer = await openExplorer(read);
      return { explorer, schemes: await explorer.schemes(), read };
    },
  });
}

/** Days of joining of all members, asked for only once a month is chosen. */
export function useJoined(network: Network, enabled: boolean): UseQueryResult<Int32Array> {
  const { index } = network.explorer;
  return useQuery({
    queryKey: ['network.joined', index.files],
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    enabled: enabled && index.members <= joined_members_max,
    queryFn: async () => await readJoined(index, network.read),
  });
}
