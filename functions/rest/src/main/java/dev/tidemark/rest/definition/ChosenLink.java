package dev.tidemark.rest.definition;

/** Which of several links, each an object in an array, leads to the next page. */
@Doc("Which of the links in an array leads to the next page: the one whose member equals the word.")
public record ChosenLink(
    @Doc("The member of a link that says what it leads to, such as rel or relation.")
        @Default("rel")
        String member,
    @Doc("What stands there where it leads to the next page.") @Default("next") String equals,
    @Doc("The member of that link that holds the URL, such as href or url.") @Default("href")
        String url) {
  public ChosenLink {
    if (member.isEmpty() || equals.isEmpty() || url.isEmpty() || member.equals(url)) {
      throw new IllegalArgumentException(
          "link: member and url are two members of a link, and equals is what stands in the first;"
              + " write {member: rel, equals: next, url: href}");
    }
  }

  @Override
  public String toString() {
    return url + " of the link whose " + member + " is " + equals;
  }
}
