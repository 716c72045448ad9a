#!/usr/bin/env bash
# With DuckDB's JDBC driver a query that fails closes its Statement, a misspelt name too; and a process that is killed leaves 70 MB in the temp folder.
#
# One would guess: as JDBC says and other drivers do, execute() that throws leaves the Statement as usable as before; and a driver that unpacks a native
#   library removes it, if not at its own end then at the next start.
# What happens: after "SELECT nope" the next execute() on the same Statement throws that it was closed; isClosed() is true. The library is unpacked
#   under a new name at each start and removed by deleteOnExit alone: a JVM that is killed or halts leaves it, and the next one does not look.
# Why it matters: a prompt or a pool that keeps a Statement dies with the first typing error, and a service that is restarted by force fills its disk.
# Seen with: org.duckdb:duckdb_jdbc 2.0.0.1 (Maven Central), Linux, JDK 25, Maven 3.8, 2026-11-28.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir temp
java=${JAVA_HOME:+$JAVA_HOME/bin/}

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>findings</groupId>
  <artifactId>duckdb</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.duckdb</groupId>
      <artifactId>duckdb_jdbc</artifactId>
      <version>2.0.0.1</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib

cat >Failing.java <<'JAVA'
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

class Failing {
  public static void main(String[] arguments) throws SQLException {
    boolean asSeen;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
      System.out.println("SELECT nope: " + failure(statement, "SELECT nope"));
      asSeen = statement.isClosed();
      String again = failure(statement, "SELECT 1");
      System.out.println("SELECT 1 on the same Statement: " + again);
      asSeen &= again.contains("closed");
    }
    Runtime.getRuntime().halt(asSeen ? 0 : 1);
  }

  private static String failure(Statement statement, String sql) {
    try {
      statement.execute(sql);
      return "no failure";
    } catch (SQLException e) {
      return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
  }
}
JAVA
"${java}javac" -d classes Failing.java
for _ in 1 2; do
  "${java}java" --enable-native-access=ALL-UNNAMED -Djava.io.tmpdir="$work/temp" -cp 'lib/*:classes' Failing || {
    echo 'findings: this has changed' >&2
    exit 1
  }
done
left=$(find temp -type f -size +50M | wc -l)
echo "libraries of more than 50 MB left behind by two processes that halted: $left"
[ "$left" -eq 2 ] || { echo 'findings: this has changed' >&2; exit 1; }
