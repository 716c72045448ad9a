package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.dataset.Draft;
import dev.tidemark.simulators.dataset.Specimen;
import java.util.List;

/** Deals and their child resources (contract lev 1.2, 1.10): some members of each kind. */
final class DealShapes {
  private static final List<String> LOAN_TYPES = List.of("construction", "permanent", "land");
  private static final List<String> STREETS = List.of("Harbor", "Quay", "Breakwater", "Lantern");

  private DealShapes() {}

  static void deal(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .text("title", of.ordinal() + " " + of.pick(STREETS) + " Ave Refinance")
        .raw("loan_amount", 50_000L * of.random().nextInt(1, 2_000) + ".0")
        .text("loan_type", of.pick(LOAN_TYPES))
        .nulls("description")
        .text("estimated_close_date", of.day())
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
        .flag("cash_out", of.random().nextBoolean())
        .nulls("date_of_purchase_if_refinance")
        .text("updated_at", of.updatedAt());
  }

  static void property(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .text("name", of.pick(STREETS) + " House")
        .number("asset_type_id", of.random().nextInt(1, 20))
        .nulls("square_footage");
  }

  static void teamMember(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .number("user_id", of.random().nextInt(1, 500))
        .text("email", "mina" + of.ordinal() + "@harborbank.example")
        .text("deal_role", "analyst")
        .flag("is_primary", of.ordinal() == 1);
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
        .raw("total_rate", "6." + of.random().nextInt(100) + "0")
        .nulls("winning")
        .text("created_at", of.createdAt())
        .text("updated_at", of.updatedAt());
  }
}
