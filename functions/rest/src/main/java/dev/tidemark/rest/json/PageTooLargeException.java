package dev.tidemark.rest.json;

import java.io.IOException;

/** A page is larger than it may be, unpacked. */
public final class PageTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  PageTooLargeException(long limit) {
    super(
        "the answer is larger than "
            + limit
            + " bytes unpacked; ask for smaller pages or raise maxResponseBytes");
  }
}
