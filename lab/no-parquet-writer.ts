/** In place of `hyparquet-writer`: a page reads Parquet files and writes none, so the writer is left out of the build. */
class NotInPage {
  constructor() {
    throw new Error('Parquet files are not written in a page');
  }
}

export { NotInPage as ByteWriter, NotInPage as ParquetWriter };
