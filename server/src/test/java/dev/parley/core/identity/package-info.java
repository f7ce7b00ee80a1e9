@NullMarked
package dev.parley.core.identity;

import org.jspecify.annotations.NullMarked;
