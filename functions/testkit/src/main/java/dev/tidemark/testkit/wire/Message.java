package dev.tidemark.testkit.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One HTTP/1.1 request or answer, read to its end. */
final class Message {
  private static final String END = "\r\n";
  private static final String CHUNKED = "transfer-encoding: chunked";

  private final String first;
  private final List<String> headers;
  private final byte[] body;

  /**
   * @param first its first line
   * @param headers the other lines of its head
   */
  private Message(String first, List<String> headers, byte[] body) {
    this.first = first;
    this.headers = headers;
    this.body = body;
  }

  String first() {
    return first;
  }

  byte[] body() {
    return body;
  }

  /** The first line and the headers; null where the connection was closed instead. */
  static @Nullable Message head(InputStream in) throws IOException {
    int before = in.read();
    if (before < 0) {
      return null;
    }
    String first = (char) before + line(in);
    List<String> headers = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      headers.add(line);
    }
    return new Message(first, headers, new byte[0]);
  }

  /** This head with the body that it announces; {@code toTheEnd} where none is announced. */
  Message withBody(InputStream in, boolean toTheEnd) throws IOException {
    if (headers.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).equals(CHUNKED))) {
      return new Message(first, headers, chunks(in));
    }
    String length = header("content-length");
    if (length.isEmpty()) {
      return toTheEnd ? new Message(first, headers, in.readAllBytes()) : this;
    }
    byte[] read = in.readNBytes(Integer.parseInt(length));
    if (read.length < Integer.parseInt(length)) {
      throw new EOFException("the message broke off");
    }
    return new Message(first, headers, read);
  }

  /** A header's value; empty where there is none. */
  String header(String name) {
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  /** The same with the connection's own headers replaced by {@code more}. */
  Message carried(String... more) {
    List<String> kept = new ArrayList<>();
    for (String line : headers) {
      String name = line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(Locale.ROOT);
      if (!List.of("connection", "expect", "transfer-encoding", "keep-alive").contains(name)) {
        kept.add(line);
      }
    }
    kept.addAll(List.of(more));
    return new Message(first, kept, body);
  }

  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(text(first + END));
    headers.forEach(line -> all.writeBytes(text(line + END)));
    all.writeBytes(text(END));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      all.writeBytes(in.readNBytes(size));
      line(in);
    }
    line(in);
    return all.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the head broke off");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
