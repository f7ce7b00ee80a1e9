@NullMarked
package dev.parley.core.membership;

import org.jspecify.annotations.NullMarked;
