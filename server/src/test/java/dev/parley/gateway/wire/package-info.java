@NullMarked
package dev.parley.gateway.wire;

import org.jspecify.annotations.NullMarked;
