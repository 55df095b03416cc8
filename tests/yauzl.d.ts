/** The part of yauzl that the tests use; the package has no types. */
declare module 'yauzl' {
  interface Entry {
    fileName: string;
    crc32: number;
  }
  interface ZipFile {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<import('node:stream').Readable>;
  }
  const yauzl: { fromBufferPromise(bytes: Buffer): Promise<ZipFile> };
  export default yauzl;
}
