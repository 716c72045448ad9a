package dev.tidemark.certify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Tries resources, some beside each other, since each has a world of its own. */
final class Certification {
  private static final int MOST = 4;

  private Certification() {}

  /**
   * Tries all of {@code jobs}, in any order.
   *
   * @param done is called with each as it ends
   */
  static List<Certificate> all(List<Job> jobs, Consumer<Certificate> done)
      throws InterruptedException {
    int threads = Math.min(MOST, Runtime.getRuntime().availableProcessors());
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Certificate>> running = new ArrayList<>();
      for (Job job : jobs) {
        running.add(
            pool.submit(() -> {
              Certificate certificate = job.run();
              done.accept(certificate);
              return certificate;
            }));
      }
      List<Certificate> certificates = new ArrayList<>();
      for (Future<Certificate> one : running) {
        certificates.add(one.get());
      }
      return certificates;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CertifyException usage) {
        throw usage;
      }
      throw new IllegalStateException("a case cannot be tried: " + e.getCause(), e.getCause());
    }
  }

  /** What is tried of one resource. */
  interface Job {
    /** Tries it. */
    Certificate run();
  }
}
