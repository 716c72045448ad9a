package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.dataset.Draft;
import dev.tidemark.simulators.dataset.Specimen;
import java.util.List;

/** Contacts, companies, placements and lenders (contract lev 1.10 and appendix A). */
final class PartnerShapes {
  private static final List<String> NAMES = List.of("Mina", "Noor", "Ada", "Tomas", "Zoë");
  private static final List<String> BANKS = List.of("Harbor Bank", "Quay Capital", "Pier Trust");
  private static final List<String> STATES = List.of("MA", "NY", "CA", "TX");
  private static final List<String> STATUSES =
      List.of("new", "sent", "lender_reviewing", "terms_received", "closed", "archived");

  private PartnerShapes() {}

  static void contact(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .text("contact_type", "lender_contact")
        .raw("contact_types", "[\"lender_contact\"]")
        .text("first_name", of.pick(NAMES))
        .text("last_name", "Okafor")
        .text("email", "contact" + of.id() + "@harborbank.example")
        .text("title", "SVP")
        .text("department", "Originations")
        .text("address", "1 Quay St")
        .nulls("address2")
        .text("city", "Boston")
        .text("state", of.pick(STATES))
        .text("zip", "02110")
        .nulls("linkedin_url", "photo_url")
        .raw("phones", phones(of))
        .flag("is_primary", of.random().nextBoolean())
        .flag("is_connected", true)
        .number("owner_account_id", 56)
        .text("created_at", of.createdAt())
        .text("updated_at", of.updatedAt());
  }

  private static String phones(Specimen of) {
    int line = of.random().nextInt(1_000, 10_000);
    return "[{\"id\":null,\"type\":\"office\",\"raw\":\"(617) 555-%d\",\"country\":\"US\","
            .formatted(line)
        + "\"e164\":\"+1617555%d\",\"extension\":\"\"}]".formatted(line);
  }

  static void company(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .text("name", of.pick(BANKS))
        .text("website", "https://company" + of.id() + ".example")
        .text("address", "1 Quay St")
        .text("city", "Boston")
        .text("state", of.pick(STATES))
        .text("zip", "02110")
        .number("org_id", of.random().nextInt(1, 7_000))
        .nulls("linkedin_url")
        .flag("is_connected", true)
        .number("owner_account_id", 56)
        .text("created_at", of.createdAt())
        .text("updated_at", of.updatedAt());
  }

  static void placement(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .number("deal_id", 7001 + 3L * of.random().nextInt(100))
        .number("private_company_id", 12)
        .text("lender_name", of.pick(BANKS))
        .number("contact_id", 78)
        .text("contact_name", "Mina Okafor")
        .text("status", of.pick(STATUSES))
        .text("lender_status", "lead_qualification")
        .raw("lev_score", of.random().nextInt(100) + ".5")
        .raw("score", "4.0")
        .nulls("description")
        .text("outreach_date", of.day())
        .text("outreach_source", "direct")
        .text("last_communication_date", of.updatedAt())
        .nulls("lender_first_response_date")
        .text("visibility", "shared")
        .text("created_at", of.createdAt())
        .text("updated_at", of.updatedAt());
  }

  static void lender(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .text("name", of.pick(BANKS) + " " + of.ordinal())
        .text("website", "https://lender" + of.id() + ".example")
        .nulls("logo_url")
        .text("address", "1 Quay St")
        .text("city", "Boston")
        .text("state", of.pick(STATES))
        .text("zip", "02110")
        .nulls("about")
        .raw("lender_type", "[\"bank\",\"debt_fund\"]")
        .text("category", "bank")
        .text("created_at", of.createdAt())
        .text("updated_at", of.updatedAt());
  }
}
