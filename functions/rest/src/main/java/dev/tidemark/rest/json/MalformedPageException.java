package dev.tidemark.rest.json;

import java.io.IOException;

/** A page is not the JSON that its definition declares; asking again may give another. */
public class MalformedPageException extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedPageException(String message) {
    super(message);
  }

  MalformedPageException(String message, Throwable cause) {
    super(message, cause);
  }
}
