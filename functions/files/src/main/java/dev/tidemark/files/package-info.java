/**
 * The ports of core and the objects of a lake on plain files of a folder: a readable document for
 * each state, an object under its key. Whatever answers has been forced to the disk, file and
 * folder; whatever a killed process leaves behind is nothing.
 */
@NullMarked
package dev.tidemark.files;

import org.jspecify.annotations.NullMarked;
