@NullMarked
package dev.parley.storage.outbox;

import org.jspecify.annotations.NullMarked;
