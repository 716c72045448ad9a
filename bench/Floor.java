import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * What the same pages cost without anything that Tidemark promises: java bench/Floor.java BASE_URL FILE. It asks page after page,
 * compresses the bytes at gzip level 1 and knows neither records nor state.
 */
final class Floor {
  public static void main(String[] args) throws IOException {
    String cursor = null;
    int pages = 0;
    try (OutputStream out = new Fast(new BufferedOutputStream(new FileOutputStream(args[1]), 1 << 20))) {
      do {
        String query = cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        HttpURLConnection page =
            (HttpURLConnection)
                URI.create(args[0] + "/api/external/v2/deals?limit=100" + query).toURL().openConnection();
        byte[] body;
        try (InputStream in = page.getInputStream()) {
          body = in.readAllBytes();
        }
        out.write(body);
        pages++;
        String tail = new String(body, Math.max(0, body.length - 200), Math.min(200, body.length), StandardCharsets.UTF_8);
        int at = tail.indexOf("\"next_cursor\":\"");
        cursor = at < 0 ? null : tail.substring(at + 15, tail.indexOf('"', at + 15));
      } while (cursor != null);
    }
    System.out.println(pages + " pages");
  }

  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(1);
    }
  }
}
