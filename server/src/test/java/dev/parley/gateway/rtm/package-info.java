@NullMarked
package dev.parley.gateway.rtm;

import org.jspecify.annotations.NullMarked;
