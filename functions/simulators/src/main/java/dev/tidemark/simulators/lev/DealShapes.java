package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.dataset.Draft;
import dev.tidemark.simulators.dataset.Specimen;
import java.util.List;

/** Deals and their child resources (contract lev, appendix A). */
final class DealShapes {
  static final List<String> LOAN_TYPES =
      List.of(
          "construction",
          "heavy_bridge",
          "light_bridge",
          "permanent",
          "land",
          "predevelopment",
          "tbd");
  static final List<String> TRANSACTION_TYPES =
      List.of("tbd", "acquisition", "refinance", "new_construction");
  static final List<String> BUSINESS_PLANS =
      List.of("stabilized", "value_add", "construction", "land");
  private static final List<String> STREETS = List.of("Harbor", "Quay", "Breakwater", "Lantern");

  private DealShapes() {}

  static void deal(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .text("title", of.ordinal() + " " + of.pick(STREETS) + " Ave Refinance")
        .raw("loan_amount", 50_000L * of.random().nextInt(1, 2_000) + ".0")
        .text("loan_type", of.pick(LOAN_TYPES))
        .text("transaction_type", of.pick(TRANSACTION_TYPES))
        .text("business_plan", of.pick(BUSINESS_PLANS))
        .nulls("description")
        .text("estimated_close_date", of.day())
        .nulls("close_date")
        .number("owner_account_id", 56)
        .text("created_at", of.createdAt())
        .text("updated_at", of.updatedAt())
        .flag("archived", false)
        .nulls("archived_at");
  }

  static void financials(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .raw("deal_id", of.parent())
        .raw("purchase_price", of.random().nextInt(100_000) + "00.0")
        .nulls("asking_price", "estimated_value", "in_place_noi")
        .raw("stabilized_occupancy", "0.9" + of.random().nextInt(10))
        .flag("cash_out", of.random().nextBoolean())
        .nulls("survey_available", "date_of_purchase_if_refinance")
        .text("updated_at", of.updatedAt());
  }

  static void property(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .text("name", of.pick(STREETS) + " House")
        .text("address", of.ordinal() + " " + of.pick(STREETS) + " St")
        .text("city", "Boston")
        .text("state", "MA")
        .text("zip", "02110")
        .number("asset_type_id", of.random().nextInt(1, 20))
        .nulls("units", "square_footage", "year_built");
  }

  static void teamMember(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .number("user_id", of.random().nextInt(1, 500))
        .text("first_name", "Mina")
        .text("last_name", "Okafor")
        .text("email", "mina" + of.ordinal() + "@harborbank.example")
        .text("deal_role", "analyst")
        .flag("is_primary", of.ordinal() == 1)
        .nulls("permission", "photo_url");
  }

  static void note(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .text("text", "Call back on " + of.day())
        .raw("created_by", "{\"id\":" + of.random().nextInt(1, 500) + ",\"name\":\"Mina\"}")
        .text("created_at", of.createdAt())
        .text("updated_at", of.updatedAt());
  }

  static void termSheet(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .raw("deal_id", of.parent())
        .text("title", "Term sheet " + of.ordinal())
        .text("lender_name", "Harbor Bank")
        .raw("total_rate", "6." + of.random().nextInt(100) + "0")
        .number("term", 12L * of.random().nextInt(1, 11))
        .nulls("winning", "notes")
        .flag("is_visible_to_borrower", false)
        .text("created_at", of.createdAt())
        .text("updated_at", of.updatedAt());
  }
}
