@NullMarked
package dev.parley.core.user;

import org.jspecify.annotations.NullMarked;
