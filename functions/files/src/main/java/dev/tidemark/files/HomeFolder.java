package dev.tidemark.files;

import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.state.Bindings;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.lake.landing.WriteOnceStore;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * The stores in the folder of a home.
 *
 * <ul>
 *   <li>{@code state/<connection>/<resource>.json}: the states, and those of runs beside a resource
 *       in a folder of their variant
 *   <li>{@code bindings/<connection>.json}: which account a connection belongs to
 *   <li>{@code published/<connection>/<resource>.v<schema>.json}: which segments hold the
 *       fingerprints of what is published
 *   <li>{@code s3/<bucket>/<key>}: the objects
 *   <li>{@code facts/<key>.json}: what an object was created with beside its bytes
 * </ul>
 */
public final class HomeFolder {
  private final Path home;
  private final Disk disk;
  private final Path bucket;
  private final Folder states;
  private final Folder bindings;
  private final Folder published;
  private final Folder objects;
  private final Folder facts;

  /**
   * Nothing is touched before something is written.
   *
   * @param bucket the name of the folder of the objects
   */
  public HomeFolder(Path home, String bucket, Disk disk) {
    this.home = home.toAbsolutePath().normalize();
    this.disk = disk;
    this.bucket = this.home.resolve("s3").resolve(bucket);
    this.states = folder(this.home.resolve("state"));
    this.bindings = folder(this.home.resolve("bindings"));
    this.published = folder(this.home.resolve("published"));
    this.objects = folder(this.bucket);
    this.facts = folder(this.home.resolve("facts"));
  }

  private Folder folder(Path root) {
    return new Folder(root, home, disk);
  }

  /** The states of the resources. */
  public ResourceStateStore states() {
    return new FolderStates(states);
  }

  /** Which account each connection belongs to. */
  public Bindings bindings() {
    return new FolderBindings(bindings);
  }

  /** What is published of each resource. */
  public PublishedIndexes indexes() {
    return new FolderIndexes(published);
  }

  /** The objects. */
  public WriteOnceStore objects() {
    return new ObjectFolder(bucket, objects, facts);
  }

  /** Removes the objects at {@code keys}, which nothing may list. */
  public void remove(List<String> keys) {
    keys.forEach(new ObjectFolder(bucket, objects, facts)::remove);
  }

  /**
   * Removes what processes left behind that died before {@code lock} was written.
   *
   * @param lock a file of the home that its only writer wrote when it began, so that the times that
   *     are compared are those of one clock
   */
  public void clean(Path lock) {
    try {
      FileTime began = disk.written(lock);
      List.of(states, bindings, published, objects, facts).forEach(folder -> folder.clean(began));
    } catch (IOException e) {
      throw new Failures(home).reading(lock, e);
    }
  }
}
