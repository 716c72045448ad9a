package dev.tidemark.testkit.architecture;

import dev.tidemark.architecture.NullMarkedContract;

class NullMarkedTest extends NullMarkedContract {}
