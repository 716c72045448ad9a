package dev.tidemark.simulators.server;

/**
 * What a vendor's API answers. Called from many threads at once; an implementer validates what it
 * is sent as the vendor would, because a client that gets away with nonsense here fails there.
 */
public interface Vendor {
  /**
   * The name under which requests to {@code path} are counted, scheduled and logged, such as {@code
   * deals}, {@code deals/{id}} or {@code deals/{id}/notes}; any text for a path that is unknown.
   */
  String resource(String path);

  /**
   * Answers one request.
   *
   * @param due the quirks that this request meets; those of the wire are left to the server
   */
  Reply answer(Request request, Due due);
}
