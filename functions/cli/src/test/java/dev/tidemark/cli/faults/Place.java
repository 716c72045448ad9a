package dev.tidemark.cli.faults;

import dev.tidemark.testkit.wire.WireRequest;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A call that a run makes, by what goes over the wire. */
// Its predicates hold nothing but patterns and texts.
@SuppressWarnings("ImmutableEnumChecker")
enum Place {
  PUT_JOURNAL(true, object("PUT", "index/.+\\.journal")),
  PUT_BATCH(true, object("PUT", "raw/.+")),
  HEAD_BATCH(true, object("HEAD", "raw/.+")),
  GET_JOURNAL(true, object("GET", "index/.+\\.journal")),
  PUT_INDEX(true, object("PUT", "index/.+\\.fp2")),
  PUT_MANIFEST(true, object("PUT", "manifests/.+")),
  READ_STATE(false, request -> request.operation().endsWith("GetItem")),
  CLAIM(false, state("in-flight", "\"lease\":\\{\"M\".*\"claims\":\\{\"N\":\"[1-9]")),
  ADVANCE(false, state("in-flight", "\"lease\":\\{\"M\".*\"claims\":\\{\"N\":\"0\"")),
  HAND_OVER(false, state("in-flight", "\"lease\":\\{\"NULL\"")),
  SEAL(false, state("sealed", "")),
  COMPLETE(false, state("idle", "")),
  INDEX_ITEM(false, put().and(request -> request.body().contains("~index/")));

  private final boolean ofS3;
  private final Predicate<WireRequest> meant;

  Place(boolean ofS3, Predicate<WireRequest> meant) {
    this.ofS3 = ofS3;
    this.meant = meant;
  }

  boolean ofS3() {
    return ofS3;
  }

  /** Whether a request is this call. */
  Predicate<WireRequest> meant() {
    return meant;
  }

  private static Predicate<WireRequest> object(String method, String key) {
    Pattern line = Pattern.compile(method + " /tidemark/" + key);
    return request -> line.matcher(request.line()).matches();
  }

  private static Predicate<WireRequest> put() {
    return request -> request.operation().endsWith("PutItem");
  }

  private static Predicate<WireRequest> state(String phase, String more) {
    Pattern all = Pattern.compile(more, Pattern.DOTALL);
    return put()
        .and(request -> request.body().contains("\"phase\":{\"S\":\"" + phase + "\"}"))
        .and(request -> all.matcher(request.body()).find());
  }
}
