/**
 * What holds for the code of every module: which depends on which, what is called nowhere, how
 * things are named. Each module extends it, so that a rule fails in the module that breaks it.
 */
@NullMarked
package dev.tidemark.architecture;

import org.jspecify.annotations.NullMarked;
