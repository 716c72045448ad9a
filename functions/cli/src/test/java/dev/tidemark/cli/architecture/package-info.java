/**
 * What holds for the code of every module: which depends on which, what is called nowhere, how
 * things are named. The cli is where all modules meet, so that it is tested here.
 */
@NullMarked
package dev.tidemark.cli.architecture;

import org.jspecify.annotations.NullMarked;
