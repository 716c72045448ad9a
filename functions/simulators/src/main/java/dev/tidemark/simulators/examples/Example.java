package dev.tidemark.simulators.examples;

import java.util.function.Supplier;

/** The definitions of {@code examples/} and the APIs that behave as they say. */
public enum Example {
  /** OData v4. */
  ODATA("odata", OdataShape::new),
  /** Objects behind the last one, newest first. */
  STRIPE_LIKE("stripe-like", StripeLikeShape::new),
  /** A Link header that counts pages. */
  GITHUB_LIKE("github-like", GithubLikeShape::new),
  /** Numbered pages with a total. */
  PAGE_NUMBERS("page-numbers", PageNumberShape::new),
  /** JSON:API. */
  JSON_API("json-api", JsonApiShape::new),
  /** A cursor below paging, and a list of what was archived. */
  HUBSPOT_LIKE("hubspot-like", HubspotLikeShape::new),
  /** A Link header with an opaque cursor. */
  SHOPIFY_LIKE("shopify-like", ShopifyLikeShape::new),
  /** A feed of changes by sequences. */
  COUCHDB_CHANGES("couchdb-changes", CouchdbShape::new),
  /** A query as text, and tokens from another host. */
  SALESFORCE_LIKE("salesforce-like", SalesforceLikeShape::new),
  /** Both bounds, a month apart at most. */
  WINDOWED("windowed", WindowedShape::new),
  /** Counted records. */
  OFFSET("offset", OffsetShape::new),
  /** A connection of GraphQL. */
  GRAPHQL("graphql", GraphqlShape::new);

  private final String file;
  private final Supplier<ExampleShape> shape;

  Example(String file, Supplier<ExampleShape> shape) {
    this.file = file;
    this.shape = shape;
  }

  /** The name of its definition, without {@code .yaml}. */
  public String file() {
    return file;
  }

  /** An API without rows. */
  public ExampleApi api(ExampleAccount account) {
    return new ExampleApi(this, shape.get(), account);
  }
}
