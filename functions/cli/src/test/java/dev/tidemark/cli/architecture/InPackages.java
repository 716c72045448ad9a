package dev.tidemark.cli.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;

/** The classes of a package and of those below it. */
final class InPackages extends DescribedPredicate<JavaClass> {
  private final PackageMatcher matcher;

  InPackages(String packages) {
    super("in " + packages);
    this.matcher = PackageMatcher.of(packages);
  }

  @Override
  public boolean test(JavaClass one) {
    return matcher.matches(one.getPackageName());
  }
}
