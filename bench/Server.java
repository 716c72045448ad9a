import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.Executors;

/**
 * A fast fake of Lev's deals for whole-process measurements: java bench/Server.java PORT RECORDS LATENCY_MS. Records of about 1 KB
 * are spliced from a pool of bodies too large for gzip's window, so that they compress as real ones do.
 */
final class Server {
  private static final int PAGE = 100;
  private static final int POOL = 4096;
  private static final String[] WORDS =
      ("refinance bridge lender term sheet closing harbor avenue tower retail industrial office land"
              + " sponsor equity mezzanine senior loan rate spread floor cap treasury covenant appraisal"
              + " survey title budget contingency draw schedule interest reserve extension option exit")
          .split(" ");

  private static final byte[][] POOLED = new byte[POOL][];
  private static long records;
  private static long latency;

  public static void main(String[] args) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    records = Long.parseLong(args[1]);
    latency = Long.parseLong(args[2]);
    Random random = new Random(42);
    for (int i = 0; i < POOL; i++) {
      POOLED[i] = body(random).getBytes(StandardCharsets.UTF_8);
    }
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/api/external/v2/deals", Server::deals);
    server.start();
    System.out.println("serving");
  }

  private static void deals(HttpExchange exchange) throws IOException {
    long after = 0;
    for (String part : exchange.getRequestURI().getRawQuery().split("&")) {
      if (part.startsWith("cursor=")) {
        String cursor = java.net.URLDecoder.decode(part.substring(7), StandardCharsets.UTF_8);
        after = Long.parseLong(new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8));
      }
    }
    pause();
    byte[] page = page(after);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }

  private static void pause() {
    try {
      Thread.sleep(latency);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] page(long after) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(PAGE * 1200);
    long last = Math.min(records, after + PAGE);
    write(out, "{\"request_id\":\"bench\",\"timestamp\":\"2026-11-22T00:00:00Z\",\"data\":[");
    for (long id = after + 1; id <= last; id++) {
      write(out, (id == after + 1 ? "" : ",") + "{\"id\":" + id);
      out.writeBytes(POOLED[(int) (id % POOL)]);
    }
    String next =
        Base64.getEncoder().encodeToString(Long.toString(last).getBytes(StandardCharsets.UTF_8));
    boolean more = last < records;
    write(
        out,
        "],\"pagination\":{\"total\":" + records + ",\"limit\":100,\"has_more\":" + more
            + ",\"next_cursor\":" + (more ? '"' + next + '"' : "null") + "}}");
    return out.toByteArray();
  }

  private static String body(Random random) {
    StringBuilder text = new StringBuilder();
    while (text.length() < 700) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
      if (random.nextInt(4) == 0) {
        text.append(random.nextInt(1_000_000)).append(' ');
      }
    }
    return ",\"title\":\"" + random.nextInt(9999) + " Harbor Ave\",\"loan_amount\":" + random.nextInt(90_000_000)
        + ".25,\"loan_type\":\"permanent\",\"business_plan\":null,\"owner\":{\"id\":" + random.nextInt(9999)
        + ",\"email\":\"" + Long.toHexString(random.nextLong()) + "@pilot.example\"},\"geo\":{\"lat\":"
        + random.nextDouble() + ",\"lng\":" + random.nextDouble() + "},\"description\":\"" + text
        + "\",\"created_at\":\"2026-01-15T10:00:00Z\",\"updated_at\":\"2026-04-"
        + (10 + random.nextInt(19)) + "T21:07:44Z\",\"archived\":false,\"archived_at\":null}";
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
