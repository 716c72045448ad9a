#!/usr/bin/env bash
# Trino's OpenX JSON reader takes 0012 in a bigint column for the octal number 10, and 0x1F for 31.
#
# One would guess: "0012" in a bigint column is 12, NULL, or an error; and one rule holds for all texts.
# What happens: a leading zero makes it octal, "0012" is 10, but "-0012" is -12; where the digits are no octal number it is decimal, "0089" is 89;
#   "0x1F" is 31, "19.99" is 19, and "abc" and a number above 64 bits are NULL. So "0089" and "0131" are the same key. No error, no warning.
#   Declare varchar.
# Why it matters: tables over a lake of JSON lines are declared with this SerDe's name in Trino and in engines built on it; numbers of accounts,
#   zip codes and external ids have leading zeros, and are declared bigint since a sample of them had none.
# Seen with: io.trino:trino-hive-formats 483 (Maven Central), JDK 25, 2026-11-27. Needs a JDK 25 (JAVA_HOME, or java on the path) and Maven.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.trino</groupId>
      <artifactId>trino-hive-formats</artifactId>
      <version>483</version>
    </dependency>
    <dependency>
      <groupId>io.trino</groupId>
      <artifactId>trino-spi</artifactId>
      <version>483</version>
    </dependency>
  </dependencies>
</project>
XML
plugin=org.apache.maven.plugins:maven-dependency-plugin:3.9.0
mvn -B -ntp -q "$plugin:copy-dependencies" -DoutputDirectory=lib >maven.log 2>&1 || { cat maven.log; exit 1; }

cat >Read.java <<'JAVA'
import io.trino.hive.formats.line.Column;
import io.trino.hive.formats.line.LineBuffer;
import io.trino.hive.formats.line.openxjson.OpenXJsonDeserializerFactory;
import io.trino.spi.PageBuilder;
import io.trino.spi.type.BigintType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class Read {
  public static void main(String[] values) throws Exception {
    var reader = new OpenXJsonDeserializerFactory().create(List.of(new Column("code", BigintType.BIGINT, 0)), Map.of());
    for (String value : values) {
      var line = new LineBuffer(1, 1024);
      line.write(("{\"code\":" + value + "}").getBytes(StandardCharsets.UTF_8));
      var page = new PageBuilder(1, List.of(BigintType.BIGINT));
      reader.deserialize(line, page);
      var block = page.build().getBlock(0);
      System.out.println(value + " " + (block.isNull(0) ? "NULL" : BigintType.BIGINT.getLong(block, 0)));
    }
  }
}
JAVA
values=('"0012"' '"-0012"' '"0089"' '"0131"' '"0x1F"' '"19.99"' '"12"' 12 '"abc"' 18446744073709551616)
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp 'lib/*' Read.java "${values[@]}" | tee seen

diff seen - <<'SEEN'
"0012" 10
"-0012" -12
"0089" 89
"0131" 89
"0x1F" 31
"19.99" 19
"12" 12
12 12
"abc" NULL
18446744073709551616 NULL
SEEN
echo "as stated"
