package dev.tidemark.tables;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.aws.s3.S3Objects;
import dev.tidemark.tables.bucket.BucketFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Files in a bucket are read as they were written, and are written once. */
class BucketFilesTest {
  private static final String PATH = "s3://lake/tables/acme/file";

  private final Map<String, MemoryS3.Stored> objects = MemoryS3.bucket();
  private final Calls calls = new Calls();
  private final BucketFiles files =
      new BucketFiles(new S3Objects(new MemoryS3(objects, calls, () -> WatchedGlue.NOW), "lake"));

  private byte[] written(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    PositionOutputStream out = files.newOutputFile(PATH).createOrOverwrite();
    try (out) {
      out.write(bytes, 0, size / 2);
      assertThat(out.getPos()).isEqualTo(size / 2);
      out.write(bytes, size / 2, size - size / 2);
    }
    assertThat(out.getPos()).isEqualTo(size);
    return bytes;
  }

  @Test
  void a_file_of_any_size_is_read_as_it_was_written() throws IOException {
    for (int size : new int[] {0, 1, 1000, 1024 * 1024, 3 * 1024 * 1024 + 17}) {
      byte[] bytes = written(size);
      assertThat(files.newInputFile(PATH).getLength()).isEqualTo(size);
      try (SeekableInputStream in = files.newInputFile(PATH).newStream()) {
        assertThat(in.readAllBytes()).isEqualTo(bytes);
        assertThat(in.read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void any_part_of_it_is_what_lies_there() throws IOException {
    byte[] bytes = written(2 * 1024 * 1024 + 5);
    Random random = new Random(3);
    try (SeekableInputStream in = files.newInputFile(PATH).newStream()) {
      for (int i = 0; i < 200; i++) {
        int from = random.nextInt(bytes.length + 10);
        int length = random.nextInt(200_000);
        in.seek(from);
        byte[] there =
            from >= bytes.length
                ? new byte[0]
                : Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
        assertThat(in.readNBytes(length)).isEqualTo(there);
        assertThat(in.getPos()).isEqualTo(from + there.length);
        int next = from + there.length;
        assertThat(in.read()).isEqualTo(next < bytes.length ? bytes[next] & 0xff : -1);
      }
    }
  }

  @Test
  void a_part_is_one_call_and_of_its_own_length() throws IOException {
    written(2 * 1024 * 1024);
    List<String> asked = new ArrayList<>();
    try (SeekableInputStream in = files.newInputFile(PATH).newStream()) {
      in.seek(1_000_000);
      calls.at(2, true, asked::add);
      in.readNBytes(300_000);
      assertThat(calls.quiet()).isEqualTo(1);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void what_is_not_there_is_not_found() {
    assertThat(files.newInputFile(PATH).exists()).isFalse();
    assertThatThrownBy(() -> files.newInputFile(PATH).newStream().read())
        .isInstanceOf(NotFoundException.class)
        .hasMessage("there is no file " + PATH);
    assertThatThrownBy(() -> files.newInputFile(PATH).getLength())
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_file_that_is_there_is_not_written_over() throws IOException {
    byte[] first = written(10);
    PositionOutputStream second = files.newOutputFile(PATH).create();
    second.write(1);
    assertThatThrownBy(second::close).isInstanceOf(AlreadyExistsException.class);
    assertThat(requireNonNull(objects.get("tables/acme/file")).bytes()).isEqualTo(first);
  }

  @Test
  void a_file_whose_answer_was_lost_may_be_written_again() throws IOException {
    for (int i = 0; i < 2; i++) {
      try (PositionOutputStream out = files.newOutputFile(PATH).create()) {
        out.write(7);
      }
    }
    assertThat(requireNonNull(objects.get("tables/acme/file")).bytes()).containsExactly(7);
  }

  @Test
  void a_file_that_could_not_be_written_is_not_there() throws IOException {
    PositionOutputStream out = files.newOutputFile(PATH).create();
    out.write(7);
    calls.at(
        1,
        true,
        call -> {
          throw SdkClientException.create(call);
        });
    assertThatThrownBy(out::close).isInstanceOf(SdkClientException.class);
    assertThat(files.newInputFile(PATH).exists()).isFalse();
  }

  @Test
  void files_are_listed_by_their_names_and_deleted() throws IOException {
    written(3);
    assertThat(files.listPrefix("s3://lake/tables/"))
        .extracting(FileInfo::location)
        .containsExactly(PATH);
    files.deleteFile(PATH);
    assertThat(objects).isEmpty();
    assertThatThrownBy(() -> files.deleteFile("s3://other/tables/acme/file"))
        .hasMessage("s3://other/tables/acme/file is no file in s3://lake/");
  }
}
