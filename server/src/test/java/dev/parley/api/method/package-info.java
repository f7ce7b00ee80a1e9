@NullMarked
package dev.parley.api.method;

import org.jspecify.annotations.NullMarked;
