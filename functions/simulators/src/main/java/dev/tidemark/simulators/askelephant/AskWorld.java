package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.Nasty;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.dataset.Shape;
import dev.tidemark.simulators.page.CursorForm;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which resources AskElephant has (contract askelephant 2.2) and in which order they are walked.
 */
final class AskWorld {
  static final String CONTACTS = "contacts";
  static final String COMPANIES = "companies";
  static final String USERS = "users";
  static final String TAGS = "tags";
  static final String ENGAGEMENTS = "engagements";

  /** Base64 of {@code {"id":"cnt_…"}}. */
  static final CursorForm CURSORS = new CursorForm("{\"id\":\"", "\"}", "[A-Za-z0-9_]+");

  /** The stored time decides, then the id: inferred, askelephant 2.3. */
  private static final Comparator<Row> BY_UPDATE =
      Comparator.comparing(
              Row::updatedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(Row::id);

  /** Here {@code updated_at} is what lists are ordered by: it is always there. */
  private static final Set<Nasty> IMPOSSIBLE = EnumSet.of(Nasty.NULL_TIME, Nasty.ABSENT_TIME);

  private AskWorld() {}

  static Dataset.World world() {
    List<Nasty> nasties = List.copyOf(EnumSet.complementOf(EnumSet.copyOf(IMPOSSIBLE)));
    return new Dataset.World(resources(), Map.of(), BY_UPDATE, nasties);
  }

  private static Map<String, Shape> resources() {
    return Map.of(
        CONTACTS, new Shape(new AskIds("cnt"), "first_name", true, AskShapes::contact),
        COMPANIES, new Shape(new AskIds("cmp"), "name", true, AskShapes::company),
        USERS, new Shape(new AskIds("usr"), "first_name", true, AskShapes::user),
        TAGS, new Shape(new AskIds("tag"), "name", true, AskShapes::tag),
        ENGAGEMENTS, new Shape(new AskIds("ngmt"), "title", true, AskShapes::engagement));
  }
}
