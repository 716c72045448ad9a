package dev.tidemark.cli.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;

/** The main classes of every module that is deployed or run. */
final class Modules {
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/testkit/"))
          .withImportOption(location -> !location.contains("tidemark-testkit"))
          .importPackages("dev.tidemark");

  private static final List<String> NAMES =
      List.of(
          "core",
          "lake",
          "memory",
          "rest",
          "aws",
          "sync",
          "simulators",
          "certify",
          "testkit",
          "cli");

  private Modules() {}

  static String packages(String module) {
    return "dev.tidemark." + module + "..";
  }

  /** The packages of every module but these. */
  static String[] allBut(String... modules) {
    return NAMES.stream()
        .filter(name -> !Stream.of(modules).anyMatch(name::equals))
        .map(Modules::packages)
        .toArray(String[]::new);
  }
}
