package dev.tidemark.certify;

import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Location;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of recorded pages: for each resource a folder of its name, in it a file of JSON for each
 * body, whose names sort as they were answered.
 */
record PageFolder(Path folder) {
  /** Those of {@code names} of which there are pages. */
  List<String> recorded(List<String> names) {
    List<String> recorded =
        names.stream().filter(name -> Files.isDirectory(folder.resolve(name))).toList();
    if (recorded.isEmpty()) {
      throw new CertifyException(
          folder + " has no folder of pages called " + String.join(" or ", names));
    }
    return recorded;
  }

  /** The pages of {@code name}. */
  Recording of(Definition definition, String name) {
    Resource resource = definition.resource(name);
    if (resource.kin().parent() != null) {
      throw new CertifyException(
          name + " is a child of another list, and recorded pages are of one list");
    }
    if (inHeaders(resource.traversal().pagination())) {
      throw new CertifyException(
          name + " finds its next page in a header, and recorded pages are bodies");
    }
    TokenPlace tokens = Admission.of(definition.entrance().auth()).desk();
    BaseUrl base = definition.baseUrl(definition.entrance().accountUrl(), false);
    return new Recording(
        read(folder.resolve(name)),
        uri -> tokens != null && tokens.isAt(uri, base) ? tokens.desk().granted() : null);
  }

  private static boolean inHeaders(Pagination pagination) {
    return switch (pagination) {
      case Pagination.Cursor(
              var _,
              Location next,
              var _,
              var _,
              boolean _,
              boolean _,
              var _,
              boolean _) ->
          next.header() != null;
      case Pagination.NextUrl(Location next, var _, boolean _, var _, boolean _, var _) ->
          next.header() != null;
      case Pagination.LinkHeader _ -> true;
      case Pagination.LastRecord _,
          Pagination.PageNumber _,
          Pagination.Offset _,
          Pagination.TimeStep _,
          Pagination.None _ ->
          false;
    };
  }

  private static List<byte[]> read(Path pages) {
    try (Stream<Path> files = Files.list(pages)) {
      List<byte[]> read = new ArrayList<>();
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        read.add(Files.readAllBytes(file));
      }
      if (read.isEmpty()) {
        throw new CertifyException(pages + " holds no file that ends in .json");
      }
      return read;
    } catch (IOException e) {
      throw new CertifyException("cannot read the pages in " + pages + ": " + e.getMessage());
    }
  }
}
