#!/usr/bin/env bash
# gofakes3 answers 200 to an upload of the AWS SDK for Java with its default settings, and stores the frames of the transfer as the object.
#
# One would guess: an S3 stand-in that takes a client's PUT gives the same bytes back, or refuses an encoding that it does not know.
# What happens: the SDK sends the body in signed chunks with a checksum behind them (aws-chunked). The chunk sizes, signatures and the trailer
#   become part of the object: 9 bytes put, more than 300 got. With chunked encoding off it is right.
# Why it matters: tests of a lake against this stand-in pass as long as they compare counts and keys, and its NDJSON has lines that are no JSON.
# Seen with: github.com/johannesboyne/gofakes3 v1.2.0 (Go modules), software.amazon.awssdk:s3 2.41.11 (Maven Central), JDK 25, 2026-11-27.
#   Needs Go 1.24, a JDK 25 (JAVA_HOME, or java on the path) and Maven.
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"

cat >go.mod <<'MOD'
module finding

go 1.24

require github.com/johannesboyne/gofakes3 v1.2.0
MOD
cat >main.go <<'GO'
package main

import (
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
)

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(listener.Addr())
	time.AfterFunc(5*time.Minute, func() { listener.Close() })
	http.Serve(listener, gofakes3.New(s3mem.New()).Server())
}
GO
{ go mod tidy && go build -o server .; } >go.log 2>&1 || { cat go.log; exit 1; }

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>software.amazon.awssdk</groupId>
      <artifactId>s3</artifactId>
      <version>2.41.11</version>
    </dependency>
    <dependency>
      <groupId>software.amazon.awssdk</groupId>
      <artifactId>url-connection-client</artifactId>
      <version>2.41.11</version>
    </dependency>
  </dependencies>
</project>
XML
plugin=org.apache.maven.plugins:maven-dependency-plugin:3.9.0
mvn -B -ntp -q "$plugin:copy-dependencies" -DoutputDirectory=lib >maven.log 2>&1 || { cat maven.log; exit 1; }

cat >Put.java <<'JAVA'
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class Put {
  static final String LINE = "{\"id\":1}\n";

  public static void main(String[] arguments) {
    for (boolean chunked : new boolean[] {true, false}) {
      try (S3Client s3 = client(arguments[0], chunked)) {
        String bucket = "lake-" + chunked;
        s3.createBucket(b -> b.bucket(bucket));
        int status = s3.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString(LINE)).sdkHttpResponse().statusCode();
        String got = s3.getObjectAsBytes(b -> b.bucket(bucket).key("k")).asUtf8String();
        boolean frames = got.startsWith("9;chunk-signature=") && got.length() > 300;
        String what = got.equals(LINE) ? "the line" : frames ? "frames" : "something else: " + got;
        System.out.println((chunked ? "default" : "without chunks") + ": " + status + ", then " + what);
      }
    }
  }

  static S3Client client(String address, boolean chunked) {
    var builder = S3Client.builder().endpointOverride(URI.create("http://" + address)).region(Region.US_EAST_1).forcePathStyle(true);
    builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")));
    builder.httpClient(UrlConnectionHttpClient.create());
    return chunked ? builder.build() : builder.serviceConfiguration(s -> s.chunkedEncodingEnabled(false)).build();
  }
}
JAVA
./server >address &
server=$!
for _ in $(seq 100); do
  [ -s address ] && break
  sleep 0.1
done
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp 'lib/*' Put.java "$(cat address)" 2>java.log | tee seen || { cat java.log; exit 1; }

diff seen - <<'SEEN'
default: 200, then frames
without chunks: 200, then the line
SEEN
echo "as stated"
