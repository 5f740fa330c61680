import { useQueries } from '@tanstack/react-query';
import { detectionsCreate } from '../../../../src/server/contract/detections.ts';
import { call } from '../../api/call.ts';
import type { Good } from '../../api/call.ts';

export type Detection = Extract<Good<typeof detectionsCreate>, { readonly status: 200 }>['body'];

const again_ms = 700;

/** What each uploaded file is found to be; asked again until it is known. */
export function useDetections(uploads: readonly string[]) {
  return useQueries({
    queries: uploads.map((upload_id) => ({
      queryKey: [detectionsCreate.id, upload_id],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
        await detect(upload_id, signal),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    })),
  });
}

async function detect(upload_id: string, signal: AbortSignal): Promise<Detection> {
  for (;;) {
    const answer = await call(detectionsCreate, { params: { upload_id } });
    if (answer.status === 200) return answer.body;
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, again_ms));
  }
}
