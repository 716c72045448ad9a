package dev.tidemark.files;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A file of a home could not be written or read: the message is one sentence with the remedy. */
public final class FolderException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  FolderException(String message, IOException cause) {
    super(message, cause);
  }
}
