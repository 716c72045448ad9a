package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.dataset.Draft;
import dev.tidemark.simulators.dataset.Specimen;
import dev.tidemark.simulators.dataset.Visibility;
import dev.tidemark.simulators.json.Json;
import java.util.List;

/**
 * The records (contract askelephant 2.6). Optional members are left out of every other record and
 * never null: "omitted, not null, when empty".
 */
final class AskShapes {
  static final List<String> TYPES =
      List.of("MEETING", "CALL", "EMAIL", "TASK", "NOTE", "CALENDAR_EVENT", "DOCUMENT");
  static final List<String> STATES = List.of("PENDING", "PROCESSING", "COMPLETED", "FAILED");
  private static final List<String> NAMES = List.of("Noor", "Mina", "Ada", "Tomas", "Zoë");
  private static final int PRIVATE_ONE_IN = 10;

  private AskShapes() {}

  static void contact(Draft draft, Specimen of) {
    head(draft, of, "contact").text("first_name", of.pick(NAMES)).text("last_name", "Haddad");
    if (of.random().nextBoolean()) {
      draft.text("description", "Champion at the pilot site.");
    }
    if (of.random().nextBoolean()) {
      String company = new AskIds("cmp").id("", of.random().nextInt(1, 100));
      draft.raw("company", "{\"id\":" + Json.quoted(company) + ",\"object\":\"company\"}");
    }
    draft
        .raw("emails", email("contact" + of.ordinal()))
        .raw("phone_numbers", "[{\"phone_number\":\"+1-555-0111\",\"is_primary\":true}]");
    if (of.random().nextBoolean()) {
      draft.text("time_zone", "America/Denver");
    }
    times(draft, of);
  }

  static void company(Draft draft, Specimen of) {
    times(head(draft, of, "company"), of).text("name", "Pilot " + of.ordinal());
    if (of.random().nextBoolean()) {
      draft.text("industry", "Logistics").number("number_of_employees", of.random().nextInt(9_000));
    }
    draft.raw("domains", "[{\"domain\":\"pilot" + of.ordinal() + ".example\"}]");
  }

  static void user(Draft draft, Specimen of) {
    times(head(draft, of, "user").text("role", "MEMBER"), of)
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
        .text("data_source", "zoom")
        .flag("is_internal", false)
        .text("engagement_at", of.createdAt())
        .text("start_at", of.createdAt())
        .text("end_at", of.updatedAt())
        .number("duration_seconds", of.random().nextInt(60, 7_200));
    if (of.random().nextBoolean()) {
      draft.text("meeting_url", "https://meet.example/" + of.ordinal());
    }
    draft.text("owner_user_id", new AskIds("usr").id("", of.random().nextInt(1, 50)));
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
