@NullMarked
package dev.parley.gateway.websocket;

import org.jspecify.annotations.NullMarked;
