package dev.tidemark.files;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.lake.landing.LandedSegments;
import dev.tidemark.testkit.contract.FingerprintIndexContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SegmentsInAFolderTest extends FingerprintIndexContract {
  @TempDir static Path home;

  @Override
  protected FingerprintIndex connect() {
    return new LandedSegments(Homes.of(home).objects());
  }

  @Override
  protected void plant(String key, byte[] bytes) {
    Homes.plant(home, key, bytes);
  }
}
