package dev.tidemark.simulators.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/** One response before it goes over the wire. */
public final class Reply {
  /** Header name of the media type. */
  public static final String CONTENT_TYPE = "Content-Type";

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private Reply(int status, Map<String, String> headers, byte[] body) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status not in 200..599: " + status);
    }
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  /** A reply with {@code body} as its exact bytes; the array is not copied. */
  public static Reply of(int status, String contentType, byte[] body) {
    return new Reply(status, Map.of(CONTENT_TYPE, contentType), body);
  }

  /** A reply with a text in UTF-8. */
  public static Reply of(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(UTF_8));
  }

  /** A reply without body and without media type. */
  public static Reply empty(int status) {
    return new Reply(status, Map.of(), new byte[0]);
  }

  /** This reply with one header set. */
  public Reply with(String header, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put(header, value);
    return new Reply(status, changed, body);
  }

  /** This reply with other bytes as its body. */
  Reply withBody(byte[] changed) {
    return new Reply(status, headers, changed);
  }

  /** The status code. */
  public int status() {
    return status;
  }

  /** The headers, in no order. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The bytes of the body; not to be changed. */
  public byte[] body() {
    return body;
  }
}
