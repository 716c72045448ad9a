#!/usr/bin/env bash
# An Iceberg table takes the very same data file a second time, and every reader then counts its rows twice.
#
# One would guess: a table is a set of files named by their paths. A file that is in it already is refused or taken once, as it is within one commit,
#   so that a writer whose commit's answer was lost may simply commit again.
# What happens: within one append the same path counts once. In a second append it is taken again: the table plans it twice, with twice its rows. No
#   validation stands in the way, for appends never conflict with each other; overwrite and row delta do not look either.
# Why it matters: a commit is sent again after a timeout by every sensible caller. What makes it safe is a mark in the snapshot's summary, looked for
#   in the ancestry by validateWith while the commit is made.
# Seen with: iceberg-core 1.12.0 (Maven Central), its own in-memory catalog, JDK 25, Maven 3.8, 2026-11-28.
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
  </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib -DincludeScope=runtime

cat >Twice.java <<'JAVA'
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;

class Twice {
  public static void main(String[] arguments) throws Exception {
    InMemoryCatalog catalog = new InMemoryCatalog();
    catalog.initialize("memory", Map.of());
    catalog.createNamespace(Namespace.of("lake"));
    Table table =
        catalog.createTable(
            TableIdentifier.of("lake", "deals"),
            new Schema(Types.NestedField.required(1, "id", Types.StringType.get())));
    DataFile file =
        DataFiles.builder(table.spec())
            .withPath("memory:/lake/deals/run-1.parquet")
            .withFormat("parquet")
            .withFileSizeInBytes(1000)
            .withRecordCount(110)
            .build();

    table.newAppend().appendFile(file).appendFile(file).commit();
    boolean same = says(table, "twice in one append", 1, 110);
    table.newAppend().appendFile(file).commit();
    same &= says(table, "again in a second append", 2, 220);
    table.newRowDelta().addRows(file).validateFromSnapshot(table.currentSnapshot().snapshotId()).commit();
    same &= says(table, "and in a row delta", 3, 330);
    if (!same) {
      System.err.println("findings: this has changed");
      System.exit(1);
    }
  }

  private static boolean says(Table table, String what, long files, long rows) throws Exception {
    table.refresh();
    long planned = 0;
    long counted = 0;
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      for (FileScanTask task : tasks) {
        planned++;
        counted += task.file().recordCount();
      }
    }
    String total = table.currentSnapshot().summary().get("total-records");
    System.out.println(what + ": planned " + planned + " times, " + counted + " rows; total-records " + total);
    return planned == files && counted == rows && total.equals(Long.toString(rows));
  }
}
JAVA
"${java}javac" -cp 'lib/*' -d classes Twice.java
"${java}java" --enable-native-access=ALL-UNNAMED -cp 'lib/*:classes' Twice 2>&1 | grep -v SLF4J
