package dev.tidemark.simulators.examples;

/** The definitions of {@code examples/} and the APIs that behave as they say. */
public enum Example {
  /** OData v4. */
  ODATA("odata"),
  /** Objects behind the last one, newest first. */
  STRIPE_LIKE("stripe-like"),
  /** A Link header that counts pages. */
  GITHUB_LIKE("github-like"),
  /** Numbered pages with a total. */
  PAGE_NUMBERS("page-numbers"),
  /** JSON:API. */
  JSON_API("json-api"),
  /** A cursor below paging, and a list of what was archived. */
  HUBSPOT_LIKE("hubspot-like"),
  /** A Link header with an opaque cursor. */
  SHOPIFY_LIKE("shopify-like"),
  /** A feed of changes by sequences. */
  COUCHDB_CHANGES("couchdb-changes"),
  /** A query as text, and tokens from another host. */
  SALESFORCE_LIKE("salesforce-like"),
  /** Both bounds, a month apart at most. */
  WINDOWED("windowed"),
  /** Counted records. */
  OFFSET("offset"),
  /** A connection of GraphQL. */
  GRAPHQL("graphql"),
  /** Bundles of FHIR. */
  FHIR("fhir");

  private final String file;

  Example(String file) {
    this.file = file;
  }

  /** The name of its definition, without {@code .yaml}. */
  public String file() {
    return file;
  }

  /** An API without rows. */
  public ExampleApi api(ExampleAccount account) {
    return new ExampleApi(this, shape(), account);
  }

  private ExampleShape shape() {
    return switch (this) {
      case ODATA -> new OdataShape();
      case STRIPE_LIKE -> new StripeLikeShape();
      case GITHUB_LIKE -> new GithubLikeShape();
      case PAGE_NUMBERS -> new PageNumberShape();
      case JSON_API -> new JsonApiShape();
      case HUBSPOT_LIKE -> new HubspotLikeShape();
      case SHOPIFY_LIKE -> new ShopifyLikeShape();
      case COUCHDB_CHANGES -> new CouchdbShape();
      case SALESFORCE_LIKE -> new SalesforceLikeShape();
      case WINDOWED -> new WindowedShape();
      case OFFSET -> new OffsetShape();
      case GRAPHQL -> new GraphqlShape();
      case FHIR -> new FhirShape();
    };
  }
}
