@NullMarked
package dev.parley.gateway.hub;

import org.jspecify.annotations.NullMarked;
