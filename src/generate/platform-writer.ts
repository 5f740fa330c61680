/** One file being written; `write` resolves when more may be given. */
export interface PlatformFile {
  write(text: string): Promise<void>;
  end(): Promise<void>;
}

/** Where a generator puts its files. The disk, memory or an archive: it does not know. */
export interface PlatformWriter {
  file(name: string): PlatformFile;
}
