@NullMarked
package dev.parley.core.star;

import org.jspecify.annotations.NullMarked;
