@NullMarked
package dev.parley.storage.writer;

import org.jspecify.annotations.NullMarked;
