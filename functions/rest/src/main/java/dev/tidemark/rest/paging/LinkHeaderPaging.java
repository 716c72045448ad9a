package dev.tidemark.rest.paging;

import dev.tidemark.rest.definition.MemberPath;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A {@code Link} header (RFC 8288) holds the URL of the next page; without it there is none. */
record LinkHeaderPaging(String rel, Followed followed) implements Paging {
  private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
  private static final Pattern REL =
      Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))", Pattern.CASE_INSENSITIVE);

  @Override
  public List<MemberPath> looksAt() {
    return List.of();
  }

  @Override
  public void ask(RequestDraft draft, @Nullable String cursor) {
    if (cursor != null) {
      draft.goTo(cursor);
    }
  }

  @Override
  public String remark(int status, @Nullable String cursor) {
    return followed.remark(status, cursor);
  }

  @Override
  public Step after(PageSeen page) {
    for (Map.Entry<String, String> header : page.answer().headers()) {
      if (header.getKey().equalsIgnoreCase("Link")) {
        Matcher link = LINK.matcher(header.getValue());
        while (link.find()) {
          if (isNext(link.group(2))) {
            return ReturnedUrl.step("header Link", link.group(1), page.asked().uri(), followed);
          }
        }
      }
    }
    return new Step.End(null, true);
  }

  private boolean isNext(String parameters) {
    Matcher found = REL.matcher(parameters);
    if (!found.find()) {
      return false;
    }
    String relations = found.group(1) == null ? found.group(2) : found.group(1);
    return Pattern.compile("\\s+").splitAsStream(relations).anyMatch(rel::equalsIgnoreCase);
  }
}
