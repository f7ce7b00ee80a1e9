@NullMarked
package dev.parley.api.http;

import org.jspecify.annotations.NullMarked;
