package dev.tidemark.lake;

import java.nio.ByteBuffer;

/** How entries of one kind are kept in a temporary file, each in as many bytes as the others. */
interface EntryForm<E> {
  /** Bytes that an entry takes. */
  int bytes();

  /** By what entries are divided. */
  LineEntry.Identity identity(E entry);

  /** Writes {@code entry} in {@link #bytes} bytes. */
  void write(E entry, ByteBuffer to);

  /** Reads what {@link #write} wrote. */
  E read(ByteBuffer from);
}
