@NullMarked
package dev.parley.core.message;

import org.jspecify.annotations.NullMarked;
