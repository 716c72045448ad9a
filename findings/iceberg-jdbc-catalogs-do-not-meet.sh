#!/usr/bin/env bash
# Two writers that create the same namespace at once in an Iceberg JdbcCatalog: one of them gets a bare SQL error, and so does one of two that open
# the catalog's database first.
#
# One would guess: whoever comes second to createNamespace gets AlreadyExistsException, which the interface names and createTable throws; and opening a
#   catalog that another process is just opening works, for what is there is left alone.
# What happens: createNamespace looks first and inserts then. Two that look before either inserts both insert, and the second gets
#   UncheckedSQLException with the driver's words about a unique or primary key. Of createTable the same clash is an AlreadyExistsException. initialize
#   looks whether its two tables are there and creates them without IF NOT EXISTS: of two that open an empty database one fails.
# Why it matters: "create unless it exists" by catching AlreadyExistsException passes every test of one process and fails on the day of the first two.
#   Whether the namespace is there has to be asked again; opening needs a lock of one's own.
# Seen with: iceberg-core 1.12.0, sqlite-jdbc 3.54.1.0 (Maven Central), JDK 25, Maven 3.8, 2026-11-28.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
java=${JAVA_HOME:+$JAVA_HOME/bin/}

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>findings</groupId>
  <artifactId>iceberg</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.iceberg</groupId>
      <artifactId>iceberg-core</artifactId>
      <version>1.12.0</version>
    </dependency>
    <dependency>
      <groupId>org.xerial</groupId>
      <artifactId>sqlite-jdbc</artifactId>
      <version>3.54.1.0</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib -DincludeScope=runtime

cat >Meet.java <<'JAVA'
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryFileIO;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.types.Types;

class Meet {
  /** A meeting is a matter of chance: as many rounds as it takes, and at most so many. */
  private static final int MOST = 500;

  private static final int LEAST = 60;

  private static final Set<String> ENOUGH = Set.of("UncheckedSQLException");
  private static final CyclicBarrier BARRIER = new CyclicBarrier(2);
  private static final InMemoryFileIO FILES = new InMemoryFileIO();

  interface Call {
    void make(int round, JdbcCatalog catalog) throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of("databases");
    java.nio.file.Files.createDirectories(folder);
    JdbcCatalog one = open(folder.resolve("shared.db"));
    JdbcCatalog other = open(folder.resolve("shared.db"));
    Map<String, Integer> namespaces =
        meet(one, other, (round, catalog) -> catalog.createNamespace(Namespace.of("n" + round)));
    Map<String, Integer> tables =
        meet(
            one,
            other,
            (round, catalog) ->
                catalog.createTable(
                    TableIdentifier.of("n0", "deals" + round),
                    new Schema(Types.NestedField.required(1, "id", Types.StringType.get()))));
    Map<String, Integer> opened =
        meet(one, other, (round, catalog) -> open(folder.resolve("fresh" + round + ".db")).close());
    System.out.println("createNamespace  " + namespaces);
    System.out.println("createTable      " + tables);
    System.out.println("initialize       " + opened);
    boolean same =
        namespaces.containsKey("UncheckedSQLException")
            && !tables.containsKey("UncheckedSQLException")
            && tables.containsKey("AlreadyExistsException")
            && opened.containsKey("UncheckedSQLException");
    one.close();
    other.close();
    System.out.println(same ? "as stated" : "findings: this has changed");
    System.exit(same ? 0 : 1);
  }

  private static JdbcCatalog open(Path file) {
    JdbcCatalog catalog = new JdbcCatalog(_ -> FILES, null, true);
    catalog.initialize(
        "lake",
        Map.of(
            "uri",
            "jdbc:sqlite:" + file.toAbsolutePath() + "?busy_timeout=30000",
            "warehouse",
            "memory:/lake",
            "clients",
            "1",
            "jdbc.schema-version",
            "V1"));
    return catalog;
  }

  /** What became of the calls: how many worked, and what the others threw. */
  private static Map<String, Integer> meet(JdbcCatalog one, JdbcCatalog other, Call call)
      throws Exception {
    Map<String, Integer> seen = new TreeMap<>();
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < MOST; round++) {
        if (round >= LEAST && seen.keySet().stream().anyMatch(ENOUGH::contains)) {
          break;
        }
        int now = round;
        List<Callable<String>> calls =
            List.of(() -> outcome(now, one, call), () -> outcome(now, other, call));
        for (Future<String> outcome : both.invokeAll(calls)) {
          seen.merge(outcome.get(), 1, Integer::sum);
        }
      }
    }
    return seen;
  }

  private static String outcome(int round, JdbcCatalog catalog, Call call) throws Exception {
    BARRIER.await();
    try {
      call.make(round, catalog);
      return "worked";
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName();
    }
  }
}
JAVA
"${java}java" --enable-native-access=ALL-UNNAMED -cp 'lib/*' Meet.java 2>/dev/null
