package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.testkit.Depth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot begin says so in one sentence, exits with 2 and has touched nothing. */
@Execution(ExecutionMode.CONCURRENT)
final class RefusedCommandTest {
  @TempDir private Path folder;

  static Stream<Refused> words() {
    return Stream.of(
        Refused.of("unknown source", "sync hubspot", "hubspot", "askelephant, lev"),
        Refused.of("unknown resource", "sync lev leads", "leads", "deals, contacts"),
        Refused.of("http to elsewhere", "sync lev --base-url http://example.com", "https"),
        Refused.of("no URL", "sync lev --base-url example.com", "example.com", "https://"),
        Refused.of("unknown setting", "sync lev --set pagesize=5", "pagesize", "pageSize"),
        Refused.of("page size too large", "sync lev --set pageSize=9999", "9999", "200"),
        Refused.of("unknown tier", "sync lev --set tier=gold", "gold", "enterprise"),
        Refused.of("unknown mode", "sync lev --mode full", "full", "incremental"),
        Refused.of("no duration", "sync lev --budget 5", "--budget", "30s"),
        Refused.of("no time", "sync lev --from yesterday", "--from", "2026-01-31"),
        Refused.of("a reconcile of a part", "sync lev --mode reconcile --from 10", "--from"),
        Refused.of("bounds in reverse", "sync askelephant --from 20 --until 10", "--until"),
        Refused.of("no setting", "sync lev --set pageSize", "KEY=VALUE"),
        Refused.of("no legs", "sync lev --max-legs 0", "--max-legs"),
        Refused.of("no connection", "sync lev --connection A/B", "--connection", "A/B"),
        Refused.of("unknown option", "sync lev --frm x", "--frm"),
        Refused.of("a check of an unknown resource", "check lev leads", "leads", "deals, contacts"),
        Refused.of(
            "a check without an argument",
            "check zendesk custom_object_records",
            "custom_object_records.<objectKey>"),
        Refused.of("a range without its begin", "backfill lev deals", "--from"),
        Refused.of("a range of what has no time", "backfill lev leads --from 10", "leads"),
        Refused.of("a range in reverse", "backfill lev deals --from 20 --until 10", "--until"),
        Refused.of("a refresh of nothing", "refresh lev deals", "ID"),
        Refused.of("a refresh of a child", "refresh lev deal_notes 7", "deal_notes", "list"),
        Refused.of("a refresh as a mode", "sync lev --mode refresh", "tidemark refresh"),
        Refused.of("a demonstration of nothing", "demo --records 1", "--records", "10")
            .credential(null),
        Refused.of("legs here of no stack", "sync lev --here", "--here", "--stack"),
        Refused.of(
            "a home's credential over a stack",
            "sync lev --stack x --here --base-url https://a.example",
            "--base-url",
            "BaseUrl"),
        Refused.of("unknown command", "snyc lev", "snyc"));
  }

  /** Every third, and deeper the others: each is a process. */
  static Stream<Refused> surroundings() {
    List<Refused> all = everySurrounding();
    return IntStream.range(0, all.size())
        .filter(number -> Depth.tries(number, 3, 1))
        .mapToObj(all::get);
  }

  private static List<Refused> everySurrounding() {
    return List.of(
        Refused.of("no credential", "sync lev", "TIDEMARK_CREDENTIAL", "--credential")
            .credential(null),
        Refused.of("credential of white space", "sync lev", "credential").credential("a b-c d"),
        Refused.of("credential broken off", "sync lev", "credential", "JSON")
            .credential("{\"apiKey\": \"abcdef"),
        Refused.of("credential of another kind", "sync lev", "apiKey")
            .credential("{\"password\":\"abcdef\"}"),
        Refused.of("credential of another API", "sync askelephant", "sk-apik_")
            .credential("{\"apiKey\":\"abcdef\"}"),
        Refused.of("credential file missing", "sync lev --credential FOLDER/none", "FOLDER/none"),
        Refused.of("home that is a file", "sync lev --home FOLDER/file", "FOLDER/file", "--home"),
        Refused.of("home below a file", "sync lev --home FOLDER/file/x", "FOLDER/file/x", "--home"),
        Refused.of("home where nothing can be", "sync lev --home /proc/x", "/proc/x", "--home"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void says_what_is_wrong_and_what_to_do(Refused refused) throws IOException {
    isRefused(refused, Tidemark::run);
  }

  @ParameterizedTest
  @MethodSource("surroundings")
  @Tag("deep")
  void so_does_a_process_that_has_nothing_to_work_with(Refused refused) throws IOException {
    isRefused(refused, command -> command.start().end());
  }

  private void isRefused(Refused refused, Function<Tidemark, Ran> way) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    Ran ran = way.apply(refused.in(folder)).exited(2);
    assertThat(ran.out()).isEmpty();
    for (String said : refused.says()) {
      assertThat(ran.sentence()).contains(said.replace("FOLDER", folder.toString()));
    }
    assertThat(folder.resolve("home").resolve("s3").resolve("tidemark").resolve("raw"))
        .doesNotExist();
    assertThat(file).hasContent("not a folder");
  }
}
