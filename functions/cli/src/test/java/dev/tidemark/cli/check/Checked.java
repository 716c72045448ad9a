package dev.tidemark.cli.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.simulators.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/**
 * A definition that is checked against a simulated API.
 *
 * @param yaml the definition
 */
record Checked(Simulator api, String yaml, String credential, Map<String, String> settings) {
  /** The definition that comes with the program. */
  static Checked builtIn(String source, Simulator api, String credential) {
    String resource = "/dev/tidemark/sources/" + source + ".yaml";
    try (InputStream in = Checked.class.getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
      return new Checked(api, text, credential, Map.of("rate", "off"));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** The same definition with one thing written otherwise. */
  Checked but(String text, String otherwise) {
    assertThat(yaml).contains(text);
    return new Checked(api, yaml.replace(text, otherwise), credential, settings);
  }

  /** The same with other settings. */
  Checked with(Map<String, String> changed) {
    return new Checked(api, yaml, credential, changed);
  }

  ResourceCheck resource(String name) {
    Definition definition = DefinitionReader.read("own.yaml", yaml);
    SourceConnection connection =
        SourceConnection.open(
            "own",
            definition,
            BaseUrl.of(api.baseUri().toString(), true),
            Settings.of(definition, settings),
            Credential.of(credential));
    try (Transport transport = new HttpTransport(EgressPolicy.ANY)) {
      return new Checks(connection, transport, InstantSource.system(), _ -> {}).of(name);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** What is said of one claim of a resource. */
  DefinitionClaim claim(String name, String claim) {
    return resource(name).claims().stream()
        .filter(each -> each.name().equals(claim))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " says nothing of " + claim));
  }
}
