package dev.tidemark.simulators.server;

import java.net.URI;

/** Replaces or spoils an otherwise honest reply, headers included. */
public sealed interface ReplyQuirk extends Quirk {

  /**
   * A proxy's page in place of the answer, as a gateway in front of the vendor gives it with 502;
   * with 200 it is the captive page that lev 1.8 warns of ("check status, content type and presence
   * of data").
   */
  record Html(int status) implements ReplyQuirk {}

  /** 204 without a body where a page was asked for (lev 1.8: a body without {@code data}). */
  record NoContent() implements ReplyQuirk {}

  /** Status and media type as they should be, and not one byte of body (lev 1.8). */
  record EmptyBody() implements ReplyQuirk {}

  /** The honest body under another media type (lev 1.8: "check status, content type"). */
  record ContentType(String value) implements ReplyQuirk {}

  /**
   * 302 to {@code target}: a credential never follows it to another host (lev 1.1, zendesk 3.1).
   */
  record Redirect(URI target) implements ReplyQuirk {}

  /** Any other answer, such as a body that is no JSON. */
  record Canned(int status, String contentType, String body) implements ReplyQuirk {}

  /** The honest body in gzip, for those who accept it; others get it plain. */
  record Gzip() implements ReplyQuirk {}
}
