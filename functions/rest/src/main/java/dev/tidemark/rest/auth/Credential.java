package dev.tidemark.rest.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * A secret and what kind it is: {@code {"apiKey": "…"}}, {@code {"accessToken": "…"}} and so on,
 * the same in Secrets Manager as locally; a bare text is an {@code apiKey}. It prints as nothing.
 */
public final class Credential {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final boolean bare;
  private final Map<String, String> members;

  private Credential(boolean bare, Map<String, String> members) {
    this.bare = bare;
    this.members = Map.copyOf(members);
  }

  /**
   * Reads a credential.
   *
   * @throws CredentialException if it is none
   */
  public static Credential of(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      throw new CredentialException("the credential is empty");
    }
    Credential read =
        trimmed.startsWith("{")
            ? new Credential(false, members(trimmed))
            : new Credential(true, Map.of("apiKey", trimmed));
    for (Map.Entry<String, String> member : read.members.entrySet()) {
      // A password stands in a body, or is packed; people choose it, blanks and umlauts included.
      boolean fit =
          member.getKey().equals("password")
              ? member.getValue().chars().noneMatch(Character::isISOControl)
              : isVisible(member.getValue());
      if (!fit) {
        throw new CredentialException(unfit(member.getKey()));
      }
    }
    return read;
  }

  /** What a public API takes. */
  public static Credential none() {
    return new Credential(false, Map.of());
  }

  /** Whether a header can carry it. */
  static boolean isVisible(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  /** What is wrong with a member that no header can carry. */
  static String unfit(String member) {
    return "the credential's "
        + member
        + " holds white space or characters that no header can carry";
  }

  private static Map<String, String> members(String json) {
    JsonNode node;
    try {
      node = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      // Jackson's message quotes what it could not read.
      throw new CredentialException("the credential begins with { but is not JSON");
    }
    Map<String, String> members = new TreeMap<>();
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (!member.getValue().isTextual() || member.getValue().textValue().isEmpty()) {
          throw new CredentialException(
              "the credential's members must be texts that are not empty");
        }
        members.put(member.getKey(), member.getValue().textValue());
      }
    }
    if (members.isEmpty()) {
      throw new CredentialException("the credential is an empty object; give {\"apiKey\": \"…\"}");
    }
    return members;
  }

  /** Whether it was given as a bare text. */
  boolean bare() {
    return bare;
  }

  /** The members, by name. */
  Map<String, String> members() {
    return members;
  }

  @Override
  public String toString() {
    return "Credential[…]";
  }
}
