package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.dataset.Draft;
import dev.tidemark.simulators.dataset.Specimen;
import java.util.List;

/** Contacts, companies, placements and lenders (contract lev 1.10): some members of each kind. */
final class PartnerShapes {
  private static final List<String> BANKS = List.of("Harbor Bank", "Quay Capital", "Pier Trust");
  private static final List<String> STATES = List.of("MA", "NY", "CA", "TX");
  private static final List<String> STATUSES = List.of("new", "sent", "closed", "archived");

  private PartnerShapes() {}

  static void contact(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .raw("contact_types", "[\"lender_contact\"]")
        .text("first_name", "Zoë")
        .text("email", "contact" + of.id() + "@harborbank.example")
        .text("title", "SVP")
        .text("state", of.pick(STATES))
        .nulls("linkedin_url")
        .raw("phones", "[{\"id\":null,\"type\":\"office\",\"raw\":\"(617) 555-0100\"}]")
        .flag("is_connected", true);
    times(draft, of);
  }

  static void company(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .text("name", of.pick(BANKS))
        .text("website", "https://company" + of.id() + ".example")
        .text("state", of.pick(STATES))
        .nulls("linkedin_url")
        .flag("is_connected", true);
    times(draft, of);
  }

  /** A date without time stands beside times (lev 1.10). */
  static void placement(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .number("deal_id", 7001 + 3L * of.random().nextInt(100))
        .text("lender_name", of.pick(BANKS))
        .text("status", of.pick(STATUSES))
        .raw("lev_score", of.random().nextInt(100) + ".5")
        .nulls("description")
        .text("outreach_date", of.day())
        .text("last_communication_date", of.updatedAt());
    times(draft, of);
  }

  static void lender(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .text("name", of.pick(BANKS) + " " + of.ordinal())
        .text("state", of.pick(STATES))
        .nulls("about")
        .raw("lender_type", "[\"bank\",\"debt_fund\"]");
    times(draft, of);
  }

  private static void times(Draft draft, Specimen of) {
    draft.text("created_at", of.createdAt()).text("updated_at", of.updatedAt());
  }
}
