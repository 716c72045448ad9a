package dev.tidemark.cli.stack;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stack of one definition is built from, apart from the checkout whose code it runs.
 *
 * @param yaml the definition's file; null for one that comes with the program
 */
public record OwnStack(Definition definition, @Nullable String yaml) {
  public OwnStack {
    String source = definition.source();
    if (yaml != null && Sources.builtIn().contains(source)) {
      throw new UsageException(
          "source: "
              + source
              + " is the name of a built-in source, which a stack would run instead; call yours"
              + " otherwise, such as my-"
              + source);
    }
  }

  /**
   * That of a definition, by its name or its file.
   *
   * @throws dev.tidemark.rest.definition.DefinitionException if it cannot be used
   */
  public static OwnStack named(String source) {
    Definition definition = Sources.named(source);
    if (Sources.builtIn().contains(source)) {
      return new OwnStack(definition, null);
    }
    try {
      return new OwnStack(definition, Files.readString(Path.of(source)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the stack is called, and its folder. */
  public String name() {
    return "tidemark-" + definition.source().replace('_', '-');
  }

  /** How many functions run its resources. */
  public int functions() {
    return definition.resources().size();
  }

  /** What follows from the definition and is written anew each time, by path. */
  Map<String, String> derived(Path folder, Checkout checkout) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("template.yaml", StackTemplate.alone(definition).text());
    files.put("Makefile", makefile(folder, checkout));
    if (yaml != null) {
      files.put("sources/" + definition.source() + ".yaml", yaml);
    }
    return files;
  }

  /** What is the operator's own from the first time on, by path. */
  Map<String, String> begun() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("samconfig.toml", samconfig());
    SampleEvents.of(definition)
        .forEach((name, text) -> files.put("events/" + name + ".json", text));
    return files;
  }

  private static String makefile(Path folder, Checkout checkout) {
    return """
    # What `sam build` runs in this folder, once per function: Tidemark's own bundle, and the definition beside it.

    # Where the checkout of Tidemark is, from this folder.
    TIDEMARK ?= %s

    build-%%:
    \t@test -f "$(TIDEMARK)/functions/Makefile" || { \\
    \t  echo "no checkout of Tidemark at $(TIDEMARK): TIDEMARK=/path/to/tidemark sam build" >&2; exit 1; }
    \t$(MAKE) -C "$(TIDEMARK)/functions" build-$* ARTIFACTS_DIR="$(abspath $(ARTIFACTS_DIR))"
    \tif [ -d sources ]; then cp sources/*.yaml "$(ARTIFACTS_DIR)/sources"; fi
    """
        .formatted(folder.toAbsolutePath().normalize().relativize(checkout.root()));
  }

  private String samconfig() {
    String source = definition.source();
    String url = definition.entrance().accountUrl();
    return """
    version = 0.1

    # One stack is one account of the API. In this folder:
    #
    #   sam build
    #   sam deploy
    #
    # This file is yours: ./tidemark stack writes it once and never again.

    # The Makefile runs Maven once for all functions, in place; two at a time would share one target folder.
    [default.build.parameters]
    build_in_source = true
    cached = false
    parallel = false

    [default.validate.parameters]
    lint = true

    [default.deploy.parameters]
    stack_name = "%s"
    capabilities = "CAPABILITY_IAM"
    resolve_s3 = true
    s3_prefix = "%s"
    confirm_changeset = false
    fail_on_empty_changeset = false
    parameter_overrides = [
      "Connection=%s",
    %s  # ENABLED once the credential is stored.
      "ScheduleState=DISABLED",
    ]

    [default.remote_invoke.parameters]
    stack_name = "%s"
    """
        .formatted(
            name(),
            name(),
            source.replace('_', '-'),
            url == null ? "" : "  # Your account's own.\n  \"BaseUrl=" + url + "\",\n",
            name());
  }
}
