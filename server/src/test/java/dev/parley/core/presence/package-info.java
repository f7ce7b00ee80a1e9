@NullMarked
package dev.parley.core.presence;

import org.jspecify.annotations.NullMarked;
