package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.Nasty;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.dataset.Shape;
import dev.tidemark.simulators.page.CursorForm;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which resources Lev has (contract lev 1.2) and in which order they are walked. */
final class LevWorld {
  static final String DEALS = "deals";
  static final String CONTACTS = "contacts";
  static final String COMPANIES = "companies";
  static final String PLACEMENTS = "placements";
  static final String LENDERS = "lenders/directory";
  static final String TERM_SHEETS = "term-sheets";
  static final String FINANCIALS = "financials";
  static final String PROPERTIES = "properties";
  static final String TEAM = "team";
  static final String NOTES = "notes";

  static final Set<String> CHILDREN = Set.of(TERM_SHEETS, FINANCIALS, PROPERTIES, TEAM, NOTES);

  /** {@code {"id": 78}} with Python's spacing. */
  static final CursorForm CURSORS = new CursorForm("{\"id\": ", "}", "-?[0-9]{1,18}");

  /** Lists ascend by id: inferred from the cursors of the samples, lev 1.4. */
  private static final Comparator<Row> BY_ID = Comparator.comparingLong(Row::rank);

  private LevWorld() {}

  static Dataset.World world() {
    return new Dataset.World(resources(), children(), BY_ID, List.of(Nasty.values()));
  }

  private static Map<String, Shape> resources() {
    return Map.of(
        DEALS, new Shape(new LevIds(7001), "title", true, DealShapes::deal),
        CONTACTS, new Shape(new LevIds(78), "title", true, PartnerShapes::contact),
        COMPANIES, new Shape(new LevIds(12), "name", true, PartnerShapes::company),
        PLACEMENTS, new Shape(new LevIds(310), "lender_name", true, PartnerShapes::placement),
        LENDERS, new Shape(new LevIds(4521), "about", true, PartnerShapes::lender));
  }

  private static Map<String, Shape> children() {
    LevIds ids = new LevIds(0);
    return Map.of(
        FINANCIALS, new Shape(ids, "date_of_purchase_if_refinance", true, DealShapes::financials),
        PROPERTIES, new Shape(ids, "name", false, DealShapes::property),
        TEAM, new Shape(ids, "deal_role", false, DealShapes::teamMember),
        NOTES, new Shape(ids, "text", true, DealShapes::note),
        TERM_SHEETS, new Shape(ids, "title", true, DealShapes::termSheet));
  }
}
