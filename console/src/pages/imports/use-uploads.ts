import { useRef, useState } from 'react';
import {
  uploadsAppend,
  uploadsCreate,
  uploadsDelete,
  uploadsRead,
} from '../../../../src/server/contract/uploads.ts';
import { call } from '../../api/call.ts';
import type { Good } from '../../api/call.ts';
import { begunUploads } from './begun-uploads.ts';

type Upload = Good<typeof uploadsRead>['body'];

/** A part is small enough to be sent again after a break, and to stop after when told to. */
const part_bytes = 4 * 1024 * 1024;

export interface FileUpload {
  readonly key: string;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'pausing' | 'paused' | 'done' | 'failed';
  /** As the server has it; null before it was begun. */
  readonly upload: Upload | null;
  readonly error: unknown;
}

export interface Uploads {
  readonly files: readonly FileUpload[];
  readonly add: (files: readonly File[]) => void;
  readonly pause: (key: string) => void;
  readonly resume: (key: string) => void;
  readonly remove: (key: string) => void;
  readonly clear: () => void;
}

/**
 * Files on their way to the server, one after the other, in parts. A pause, a break of the network
 * and even a closed page lose at most a part: where the next begins is asked of the server.
 */
export function useUploads(): Uploads {
  const [files, setFiles] = useState<readonly FileUpload[]>([]);
  const held = useRef(new Set<string>());
  const line = useRef(Promise.resolve());
  const change = (key: string, by: Partial<FileUpload>): void =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...by } : one)));
  const send = (key: string, file: File): void => {
    line.current = line.current.then(async () => {
      if (held.current.has(key)) return;
      try {
        await sendAll(file, held.current, key, (by) => change(key, by));
      } catch (error) {
        change(key, { state: 'failed', error });
      }
    });
  };
  const remove = (key: string): void => {
    held.current.add(key);
    const gone = files.find((one) => one.key === key);
    setFiles((all) => all.filter((one) => one.key !== key));
    const id = gone?.upload?.id;
    if (gone === undefined || id === undefined) return;
    begunUploads.forget(gone.file);
    // Behind the part that is under way; one that cannot be given up now goes with old ones.
    line.current = line.current.then(async () => {
      await call(uploadsDelete, { params: { upload_id: id } }).catch(() => undefined);
    });
  };
  return {
    files,
    remove,
    add: (added) => {
      const fresh = added.map((file): FileUpload => {
        const key = crypto.randomUUID();
        return { key, file, state: 'waiting', upload: null, error: null };
      });
      setFiles((all) => [...all, ...fresh]);
      for (const { key, file } of fresh) send(key, file);
    },
    pause: (key) => {
      held.current.add(key);
      const one = files.find((other) => other.key === key);
      change(key, { state: one?.state === 'waiting' ? 'paused' : 'pausing' });
    },
    resume: (key) => {
      const one = files.find((other) => other.key === key);
      if (one === undefined) return;
      held.current.delete(key);
      change(key, { state: 'waiting', error: null });
      send(key, one.file);
    },
    clear: () => setFiles([]),
  };
}

/** Sends what is not there yet, part by part, until all is or the file is held back. */
async function sendAll(
  file: File,
  held: ReadonlySet<string>,
  key: string,
  tell: (by: Partial<FileUpload>) => void,
): Promise<void> {
  tell({ state: 'sending', error: null });
  let upload = await begin(file);
  while (upload.sha256 === null) {
    tell({ upload });
    if (held.has(key)) return tell({ state: 'paused' });
    const from = upload.received_bytes;
    const { body } = await call(uploadsAppend, {
      params: { upload_id: upload.id },
      headers: { 'upload-offset': from },
      body: file.slice(from, from + part_bytes),
    });
    upload = body;
  }
  begunUploads.forget(file);
  tell({ upload, state: 'done' });
}

/** The upload begun earlier for this file, if the server still has it; otherwise a new one. */
async function begin(file: File): Promise<Upload> {
  const id = begunUploads.of(file);
  const old =
    id === null ? null : await call(uploadsRead, { params: { upload_id: id } }).catch(() => null);
  if (old !== null) return old.body;
  const { body } = await call(uploadsCreate, { body: { name: file.name, size_bytes: file.size } });
  begunUploads.note(file, body.id);
  return body;
}
