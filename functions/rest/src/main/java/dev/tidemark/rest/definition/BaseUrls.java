package dev.tidemark.rest.definition;

import org.jspecify.annotations.Nullable;

/** What a definition may say of where its API is. */
final class BaseUrls {
  private BaseUrls() {}

  static void check(@Nullable String baseUrl, @Nullable String accountUrl) {
    if ((baseUrl == null) == (accountUrl == null)) {
      throw new IllegalArgumentException(
          "give either baseUrl or, where every account has its own, accountUrl");
    }
    usable("baseUrl", baseUrl);
    usable("accountUrl", accountUrl);
  }

  private static void usable(String name, @Nullable String url) {
    String problem = url == null ? null : BaseUrl.problem(url);
    if (problem != null) {
      throw new IllegalArgumentException(name + ": " + problem);
    }
  }
}
