@NullMarked
package dev.parley.core.session;

import org.jspecify.annotations.NullMarked;
