package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.dataset.Visibility;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The scopes of the one credential; they may change while it is used (askelephant 2.1). */
final class AskScopes {
  static final String PRIVATE = "engagements:private:read";

  private final Set<String> granted = ConcurrentHashMap.newKeySet();

  AskScopes() {
    AskRoute.RESOURCES.forEach(resource -> granted.add(reading(resource)));
  }

  static String reading(String resource) {
    return resource + ":read";
  }

  void grant(String scope) {
    granted.add(scope);
  }

  void revoke(String scope) {
    granted.remove(scope);
  }

  boolean has(String scope) {
    return granted.contains(scope);
  }

  /** Without the scope private rows are silently absent. */
  boolean shows(Row row) {
    return row.listed() || (row.visibility() == Visibility.PRIVATE && has(PRIVATE));
  }
}
