package dev.tidemark.certify;

import dev.tidemark.core.watermark.Promotion;
import dev.tidemark.rest.definition.Advance;
import dev.tidemark.rest.definition.CreationTime;
import dev.tidemark.rest.definition.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a certificate takes for granted, since nothing in a definition can make up for it. */
final class Taken {
  private Taken() {}

  static List<String> forGranted(Subject subject) {
    Resource resource = subject.resource();
    List<String> taken = new ArrayList<>();
    if (subject.timed() && subject.selects()) {
      taken.add(late(subject, resource));
    }
    if (resource.traversal().walk() == Advance.CURSOR) {
      taken.add("assumed: the API's cursor names a record and is no position (walk: cursor)");
    }
    if (subject.timed() && subject.selects() && !subject.assumed().unseen()) {
      taken.add(edits(resource));
    }
    String cannot = resource.cannotReconcile();
    if (cannot != null) {
      taken.add("not noticed: a record that vanishes, since " + cannot);
    } else if (resource.members().deleted() == null) {
      taken.add("noticed by a reconcile only: a record that vanishes");
    }
    return taken;
  }

  private static String edits(Resource resource) {
    String field =
        String.valueOf(
            resource.members().watermark() == null ? "" : resource.members().watermark().field());
    return "assumed: every edit raises "
        + field
        + (CreationTime.isNamed(field)
            ? ", though its name says that it is the time of creation: then edits never land"
                + " (--assume edits=unseen shows it)"
            : "");
  }

  private static String late(Subject subject, Resource resource) {
    if (resource.traversal().promote() == Promotion.CURSOR) {
      return subject.assumed().late() == null
          ? "assumed: the API's cursor skips nothing that becomes visible later"
          : "assumed: records come late as --assume says";
    }
    Duration most = resource.traversal().settleLag().plus(resource.traversal().overlap());
    return "assumed: no record becomes visible later than "
        + most.toSeconds()
        + " s after its time (settleLag and lookback)";
  }
}
