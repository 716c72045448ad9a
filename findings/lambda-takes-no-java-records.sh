#!/usr/bin/env bash
# A Java record can be what a Lambda handler returns, and never what it takes: each invocation fails, without a cause.
#
# One would guess: the runtime's JSON library reads records, as Jackson does since 2.12; what the runtime can write it can read; and where it
#   cannot, the handler is refused when it is loaded.
# What happens: RequestHandler<Range, …> with a record Range loads, and fails every invocation with "An error occurred during JSON parsing" and an
#   empty stack trace, alone and in a list. A class with the same member and a setter works, and a record that is returned is written as JSON.
# Why it matters: a function of that kind is green in every test that calls handleRequest, and dead when it is deployed. A RequestStreamHandler
#   gets the bytes and any library of one's own.
# Seen with: aws-lambda-java-runtime-interface-client 2.10.1 (Maven Central), JDK 25, Python 3.11, 2026-11-28.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
java=${JAVA_HOME:+$JAVA_HOME/bin/}

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>findings</groupId>
  <artifactId>events</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.amazonaws</groupId>
      <artifactId>aws-lambda-java-runtime-interface-client</artifactId>
      <version>2.10.1</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib

cat >Handlers.java <<'JAVA'
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;

class Handlers {
  public static class Bean {
    private String from;

    public String getFrom() {
      return from;
    }

    public void setFrom(String from) {
      this.from = from;
    }
  }

  public static class WithBean implements RequestHandler<Bean, String> {
    public String handleRequest(Bean event, Context context) {
      return "from=" + event.getFrom();
    }
  }

  public record Range(String from) {}

  public static class WithRecord implements RequestHandler<Range, String> {
    public String handleRequest(Range event, Context context) {
      return "from=" + event.from();
    }
  }

  public static class ReturnsRecord implements RequestHandler<Bean, Range> {
    public Range handleRequest(Bean event, Context context) {
      return new Range(event.getFrom());
    }
  }

  public static class WithRecords implements RequestHandler<List<Range>, String> {
    public String handleRequest(List<Range> event, Context context) {
      return event.toString();
    }
  }
}
JAVA
"${java}javac" -cp 'lib/*' -d classes Handlers.java

cat >ask.py <<'PY'
import http.server
import os
import subprocess
import sys
import threading
import time


def invoke(handler, event):
    """What the runtime client posts for one event."""
    posted, done = [], threading.Event()

    class Api(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        asked = 0

        def do_GET(self):
            Api.asked += 1
            if Api.asked > 1:
                done.wait()
                time.sleep(60)
            self.send_response(200)
            self.send_header("Lambda-Runtime-Aws-Request-Id", "r1")
            self.send_header("Lambda-Runtime-Deadline-Ms", str(int(time.time() * 1000) + 60000))
            self.send_header("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:000000000000:function:f")
            self.send_header("Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(event)))
            self.end_headers()
            self.wfile.write(event)

        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if self.headers.get("Transfer-Encoding") == "chunked":
                body = b""
                while size := int(self.rfile.readline(), 16):
                    body += self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
            posted.append((self.path.rsplit("/", 1)[1], body.decode()))
            self.send_response(202)
            self.send_header("Content-Length", "0")
            self.end_headers()
            done.set()

        def log_message(self, *_):
            pass

    class Server(http.server.ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_):
            """The runtime is killed while it waits for another event."""

    server = Server(("127.0.0.1", 0), Api)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    runtime = subprocess.Popen(
        [sys.argv[1], "-cp", "lib/*:classes", "com.amazonaws.services.lambda.runtime.api.client.AWSLambda", "Handlers$" + handler],
        env={**os.environ, "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{server.server_port}", "AWS_LAMBDA_FUNCTION_NAME": "f",
             "AWS_LAMBDA_FUNCTION_VERSION": "1", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512", "AWS_LAMBDA_LOG_GROUP_NAME": "g",
             "AWS_LAMBDA_LOG_STREAM_NAME": "s", "_HANDLER": "Handlers$" + handler},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    done.wait(60)
    runtime.kill()
    return posted[0] if posted else ("nothing", "")


FAILS = ("error", '{"errorMessage":"An error occurred during JSON parsing","errorType":"java.lang.RuntimeException","stackTrace":[]}')
CASES = {
    ("WithBean", b'{"from":"2026-01-01"}'): ("response", '"from=2026-01-01"'),
    ("WithRecord", b'{"from":"2026-01-01"}'): FAILS,
    ("WithRecords", b'[{"from":"2026-01-01"}]'): FAILS,
    ("ReturnsRecord", b'{"from":"2026-01-01"}'): ("response", '{"from":"2026-01-01"}'),
}
changed = False
for (handler, event), as_seen in CASES.items():
    seen = invoke(handler, event)
    changed |= seen != as_seen
    print(f"{handler:14} {event.decode():26} -> {seen[0]}: {seen[1]}")
sys.exit("findings: this has changed" if changed else 0)
PY
python3 ask.py "${java}java"
