package dev.tidemark.simulators.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Carries out the reply quirks. */
final class Spoiling {
  private Spoiling() {}

  static Reply spoil(Reply honest, ReplyQuirk quirk, Request request) {
    return switch (quirk) {
      case ReplyQuirk.Html(int status) -> Reply.of(status, "text/html", html(status));
      case ReplyQuirk.NoContent() -> Reply.empty(204);
      case ReplyQuirk.EmptyBody() -> honest.withBody(new byte[0]);
      case ReplyQuirk.ContentType(String value) -> honest.with(Reply.CONTENT_TYPE, value);
      case ReplyQuirk.Redirect(var target) -> Reply.empty(302).with("Location", target.toString());
      case ReplyQuirk.Canned(int status, String type, String body) -> Reply.of(status, type, body);
      case ReplyQuirk.Gzip() -> accepted(request) ? gzipped(honest) : honest;
    };
  }

  private static String html(int status) {
    return "<html><head><title>" + status + "</title></head><body>nginx</body></html>\n";
  }

  private static boolean accepted(Request request) {
    String encodings = request.header("Accept-Encoding");
    return encodings != null && encodings.contains("gzip");
  }

  private static Reply gzipped(Reply plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain.body());
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return plain.withBody(bytes.toByteArray()).with("Content-Encoding", "gzip");
  }
}
