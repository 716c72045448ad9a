package dev.tidemark.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.junit.jupiter.api.AfterEach;

/** A home's catalog and files. */
class KilledTableTest extends TableKills {
  private final IdentityHashMap<Calls, WatchedCatalog> opened = new IdentityHashMap<>();

  @Override
  Catalog open(Path folder, String database, Calls calls) throws IOException {
    WatchedCatalog catalog = opened.get(calls);
    if (catalog == null) {
      catalog = WatchedCatalog.open(folder, calls);
      opened.put(calls, catalog);
    }
    return catalog;
  }

  @AfterEach
  void close() {
    List<WatchedCatalog> all = new ArrayList<>(opened.values());
    all.forEach(WatchedCatalog::close);
  }

  @Override
  String root(Path folder) {
    return folder.toString();
  }

  @Override
  RuntimeException lost(String call) {
    return call.equals("commit")
        ? new CommitStateUnknownException(new IOException("reset"))
        : new RuntimeIOException("after %s", call);
  }
}
