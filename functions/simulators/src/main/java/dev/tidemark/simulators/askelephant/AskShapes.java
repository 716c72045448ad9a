package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.dataset.Draft;
import dev.tidemark.simulators.dataset.Specimen;
import dev.tidemark.simulators.dataset.Visibility;
import java.util.List;

/**
 * The records (contract askelephant 2.6), with members of each kind. Optional members are left out
 * of every other record and never null: "omitted, not null, when empty".
 */
final class AskShapes {
  private static final List<String> TYPES = List.of("MEETING", "CALL", "EMAIL", "DOCUMENT");
  private static final List<String> STATES = List.of("PROCESSING", "COMPLETED", "FAILED");
  private static final List<String> NAMES = List.of("Noor", "Mina", "Ada", "Tomas", "Zoë");
  private static final int PRIVATE_ONE_IN = 10;

  private AskShapes() {}

  static void contact(Draft draft, Specimen of) {
    times(head(draft, of, "contact").text("first_name", of.pick(NAMES)), of);
    if (of.random().nextBoolean()) {
      draft.text("description", "Champion at the pilot site.");
    }
    draft.raw("emails", email("contact" + of.ordinal()));
  }

  static void company(Draft draft, Specimen of) {
    times(head(draft, of, "company"), of).text("name", "Pilot " + of.ordinal());
    if (of.random().nextBoolean()) {
      draft.number("number_of_employees", of.random().nextInt(9_000));
    }
    draft.raw("domains", "[{\"domain\":\"pilot" + of.ordinal() + ".example\"}]");
  }

  static void user(Draft draft, Specimen of) {
    times(head(draft, of, "user"), of)
        .text("first_name", of.pick(NAMES))
        .nulls("last_name")
        .raw("emails", email("user" + of.ordinal()));
    if (of.random().nextBoolean()) {
      draft.text("last_activity_at", of.updatedAt());
    }
  }

  static void tag(Draft draft, Specimen of) {
    times(head(draft, of, "tag").text("name", "Tag " + of.ordinal()), of);
  }

  static void engagement(Draft draft, Specimen of) {
    boolean hidden = of.random().nextInt(PRIVATE_ONE_IN) == 0;
    head(draft, of, "engagement")
        .shownTo(hidden ? Visibility.PRIVATE : Visibility.LISTED)
        .text("title", "Renewal call " + of.ordinal())
        .text("engagement_type", of.pick(TYPES))
        .text("processing_status", of.pick(STATES))
        .flag("is_private", hidden);
    times(draft, of)
        .text("start_at", of.createdAt())
        .number("duration_seconds", of.random().nextInt(60, 7_200));
    if (of.random().nextBoolean()) {
      draft.text("meeting_url", "https://meet.example/" + of.ordinal());
    }
  }

  private static Draft head(Draft draft, Specimen of, String object) {
    return draft.text("object", object).text("id", of.id());
  }

  private static Draft times(Draft draft, Specimen of) {
    return draft.text("created_at", of.createdAt()).text("updated_at", of.updatedAt());
  }

  private static String email(String name) {
    return "[{\"email\":\"" + name + "@pilot.example\",\"is_primary\":true}]";
  }
}
