package dev.tidemark.rest.paging;

import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.paging.WebLinks.WebLink;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code Link} header (RFC 8288) holds the URL of the next page; without it there is none. */
record LinkHeaderPaging(String rel, Followed followed) implements Paging {
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
    Set<String> targets = new LinkedHashSet<>();
    for (Map.Entry<String, String> header : page.answer().headers()) {
      if (header.getKey().equalsIgnoreCase("Link")) {
        List<WebLink> links = WebLinks.parse(header.getValue());
        if (links == null) {
          return new Step.Broken(
              "the header Link is no list of links as RFC 8288 writes them, so that whether there"
                  + " is a next page cannot be known");
        }
        links.stream()
            .filter(link -> link.relations().contains(rel.toLowerCase(Locale.ROOT)))
            .forEach(link -> targets.add(link.target()));
      }
    }
    if (targets.size() > 1) {
      return new Step.Broken(
          "the header Link names " + targets.size() + " different pages as \"" + rel + "\"");
    }
    return targets.isEmpty()
        ? new Step.End(null, true)
        : ReturnedUrl.step("header Link", targets.iterator().next(), page.asked().uri(), followed);
  }
}
