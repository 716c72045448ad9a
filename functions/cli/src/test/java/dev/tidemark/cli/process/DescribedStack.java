package dev.tidemark.cli.process;

import com.sun.net.httpserver.HttpServer;
import dev.tidemark.cli.embedded.EmbeddedS3;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * A stack as far as readers ask for one: what CloudFormation says of its outputs, and a bucket that
 * holds what a home's does.
 *
 * @param cloudFormation answers every question with the outputs
 * @param s3 the bucket
 */
record DescribedStack(HttpServer cloudFormation, EmbeddedS3 s3) implements AutoCloseable {
  /** The stack of Lev over the bucket of {@code home}. */
  static DescribedStack over(Path home, String functions) throws IOException {
    return over(home, functions, "{}");
  }

  /** The same, each of whose functions answers {@code said} to whatever it is sent. */
  static DescribedStack over(Path home, String functions, String said) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] answer =
        ("<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>s</StackName>"
                + "<Outputs>"
                + output("Connection", "lev")
                + output("BucketName", "tidemark")
                + output("Functions", functions)
                + "</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>")
            .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          boolean invoked = exchange.getRequestURI().getPath().endsWith("/invocations");
          byte[] body = invoked ? said.getBytes(StandardCharsets.UTF_8) : answer;
          exchange
              .getResponseHeaders()
              .add("Content-Type", invoked ? "application/json" : "text/xml");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return new DescribedStack(server, new EmbeddedS3(home.resolve("s3")));
  }

  private static String output(String key, String value) {
    return "<member><OutputKey>%s</OutputKey><OutputValue>%s</OutputValue></member>"
        .formatted(key, value);
  }

  /** What tells the SDK of both. */
  Map<String, String> environment() {
    String server = "http://127.0.0.1:" + cloudFormation.getAddress().getPort();
    return Map.of(
        "AWS_ENDPOINT_URL_CLOUDFORMATION",
        server,
        "AWS_ENDPOINT_URL_LAMBDA",
        server,
        "AWS_ENDPOINT_URL_S3",
        s3.uri().toString(),
        "AWS_REGION",
        "us-east-1",
        "AWS_ACCESS_KEY_ID",
        "local",
        "AWS_SECRET_ACCESS_KEY",
        "local");
  }

  @Override
  public void close() {
    cloudFormation.stop(0);
    s3.close();
  }
}
