/** Of the AssemblyScript compiler, what the build uses. Its own types come with globals that change those of arrays. */
export interface MemoryStream {
  toString(): string;
}

interface Options {
  readonly stderr: MemoryStream;
  readFile(name: string, folder: string): Promise<string | null>;
  writeFile(name: string, contents: Uint8Array | string): void;
  listFiles(folder: string): string[];
}

declare const asc: {
  readonly version: string;
  createMemoryStream(): MemoryStream;
  /** `error` is null where all went well. */
  main(flags: readonly string[], options: Options): Promise<{ readonly error: Error | null }>;
};
export default asc;
