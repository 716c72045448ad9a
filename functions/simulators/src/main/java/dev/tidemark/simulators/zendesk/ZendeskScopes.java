package dev.tidemark.simulators.zendesk;

import java.util.List;
import java.util.Set;

/**
 * OAuth scopes. Zendesk 3.1: "A typo'd scope yields a token that 403s everything; a scope outside
 * the client's ceiling yields 400 invalid_scope".
 */
final class ZendeskScopes {
  static final String READ = "read";
  private static final String READING = ":read";
  private static final Set<String> READABLE =
      Set.of("tickets:read", "users:read", "organizations:read", "custom_objects:read");

  private ZendeskScopes() {}

  /** Whether the vendor knows one of the words and this client, which only reads, may not ask. */
  static boolean beyondCeiling(String scope) {
    return words(scope).stream()
        .anyMatch(
            word -> word.equals("write") || word.equals("impersonate") || word.endsWith(":write"));
  }

  static boolean mayRead(String scope, String resource) {
    return words(scope).stream()
        .anyMatch(word ->
            word.equals(READ) || (READABLE.contains(word) && resource.startsWith(stem(word))));
  }

  /** Without the plural, so that tickets:read covers ticket_events. */
  private static String stem(String word) {
    return word.substring(0, word.length() - READING.length() - 1);
  }

  private static List<String> words(String scope) {
    return List.of(scope.split(" ", -1));
  }
}
