@NullMarked
package dev.parley.core.bookmark;

import org.jspecify.annotations.NullMarked;
